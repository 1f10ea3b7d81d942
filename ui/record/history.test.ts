import { describe, expect, it } from 'vitest'
import { loans } from '../testing/index.ts'
import { changedFields, isEnteredLater } from './history.ts'

describe('an entry of the history', () => {
  it('is told field by field in the order of the register, the state first, equal values left out', () => {
    const event = {
      before: { note: 'a', state: 'asked', fee: null, kind: 'home' },
      after: { note: 'b', fee: '3.00', state: 'lent', kind: 'home' },
    }
    expect(changedFields(loans, event)).toEqual([
      { field: 'state', before: 'asked', after: 'lent' },
      { field: 'fee', before: null, after: '3.00' },
      { field: 'note', before: 'a', after: 'b' },
    ])
  })

  it('says its day only when it was entered on another, by the clock in Asia/Shanghai', () => {
    expect(isEnteredLater({ at: '2031-05-19T23:30:00.000Z', day: '2031-05-20' })).toBe(false)
    expect(isEnteredLater({ at: '2031-05-20T16:30:00.000Z', day: '2031-05-20' })).toBe(true)
  })
})
