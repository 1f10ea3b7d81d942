import { getRegister } from '@anzhi/engine/pack'
import { describe, expect, it } from 'vitest'
import { library, loans } from '../testing/index.ts'
import { isForward, lateField, lateIndicators, openStates, toneOf } from './life.ts'

describe('the life of a record, read from its acts', () => {
  it('goes forward along the declared states; extending and reopening do not', () => {
    const forward = Object.values(loans.acts).filter((act) => isForward(loans, act))
    expect(forward.map(({ id }) => id)).toEqual(['lend', 'bringBack', 'close'])
  })

  it('is open while a step leads further', () => {
    expect(openStates(loans)).toEqual(['asked', 'lent', 'returned'])
    expect(openStates(getRegister(library, 'book'))).toEqual([])
  })

  it('gives each state its place', () => {
    const tones = loans.states.map((state) => toneOf(loans, state))
    expect(tones).toEqual(['begin', 'onTheWay', 'onTheWay', 'end', 'out'])
  })
})

describe('what is late', () => {
  const record = (state: string, due: string) => ({
    state,
    values: { due: { kind: 'day', date: due, text: null } },
  })

  it('is what the pack counts as late, by its own date field', () => {
    expect(lateIndicators(library).map(({ id }) => id)).toEqual(['lateLoans'])
    expect(lateField(library, loans, record('lent', '2031-05-19'), '2031-05-20')).toBe('due')
    expect(lateField(library, loans, record('lent', '2031-05-20'), '2031-05-20')).toBeUndefined()
    expect(lateField(library, loans, record('returned', '2031-05-19'), '2031-05-20')).toBeUndefined()
  })
})
