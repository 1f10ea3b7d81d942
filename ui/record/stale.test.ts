import { describe, expect, it } from 'vitest'
import { loans } from '../testing/index.ts'
import { bothTitles, changedMeanwhile, isDecided, rebase } from './stale.ts'

const seen = { version: 3, state: 'lent', values: { kind: 'home', fee: '3.00', note: 'old' } }
const now = { version: 4, state: 'returned', values: { kind: 'room', fee: '4.00', note: 'new' } }
const draft = {
  values: { kind: 'home', fee: '5.00', note: 'new' },
  reason: '',
  day: '2031-05-20',
  behalf: null,
}

describe('a record that changed while its form was open', () => {
  const changed = changedMeanwhile(loans, seen, now, { fee: '5.00', note: 'new' })

  it('is told field by field, the state first, with what both made of it', () => {
    expect(changed).toEqual([
      { field: 'state', seen: 'lent', now: 'returned', clash: false },
      { field: 'kind', seen: 'home', now: 'room', clash: false },
      { field: 'fee', seen: '3.00', now: '4.00', mine: '5.00', clash: true },
      { field: 'note', seen: 'old', now: 'new', mine: 'new', clash: false },
    ])
  })

  it('is not decided until a person has chosen for every clash', () => {
    expect(isDecided(changed, {})).toBe(false)
    expect(isDecided(changed, { fee: 'now' })).toBe(true)
  })

  it('goes on with what was chosen, and with what the others did where this form did nothing', () => {
    expect(rebase(draft, changed, { fee: 'mine' }).values).toEqual({ kind: 'room', fee: '5.00', note: 'new' })
    expect(rebase(draft, changed, { fee: 'now' }).values).toEqual({ kind: 'room', fee: '4.00', note: 'new' })
  })

  it('has nothing to tell when nothing differs', () => {
    expect(changedMeanwhile(loans, seen, { ...seen, version: 4 }, { fee: '5.00' })).toEqual([])
  })

  it('has a name for what was linked then and for what is linked now', () => {
    const before = { organ: { a: 'A', b: 'B' }, file: { f: 'F' } }
    expect(bothTitles(before, { organ: { b: 'B now', c: 'C' }, person: { p: 'P' } })).toEqual({
      organ: { a: 'A', b: 'B now', c: 'C' },
      file: { f: 'F' },
      person: { p: 'P' },
    })
  })
})
