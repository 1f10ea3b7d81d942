import { describe, expect, it } from 'vitest'
import { withBelow } from './options-of.ts'

const crops = ['fruit', 'fruit/apple', 'fruit/plum', 'fruitless', 'leaf', 'leaf/chard'].map((value) => ({
  value,
}))

describe('choosing among options that lie below others', () => {
  it.each<[string, string[], string[], string[]]>([
    ['an option brings those below it', [], ['fruit'], ['fruit', 'fruit/apple', 'fruit/plum']],
    [
      'and takes them with it',
      ['fruit', 'fruit/apple', 'fruit/plum', 'leaf'],
      ['fruit/apple', 'fruit/plum', 'leaf'],
      ['leaf'],
    ],
    [
      'one below goes alone',
      ['fruit', 'fruit/apple', 'fruit/plum'],
      ['fruit', 'fruit/plum'],
      ['fruit', 'fruit/plum'],
    ],
    ['and comes alone, in the order of the list', ['leaf'], ['leaf', 'fruit/plum'], ['fruit/plum', 'leaf']],
  ])('%s', (_what, before, now, chosen) => {
    expect(withBelow(crops, before, now)).toEqual(chosen)
  })
})
