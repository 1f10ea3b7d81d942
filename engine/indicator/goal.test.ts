import { describe, expect, it } from 'vitest'
import { goalIn } from './index.ts'

const line = (goal: string, due?: string, indicator = 'visits') => ({ indicator, goal, ...(due && { due }) })

describe('the goal of a plan', () => {
  it.each<[string, ReturnType<typeof line>[], string, string | null]>([
    ['is the next that is due', [line('10', '2022-12-31'), line('4', '2022-06-30')], '2022-03-01', '4'],
    ['holds on its last day', [line('10', '2022-12-31'), line('4', '2022-06-30')], '2022-06-30', '4'],
    ['is followed by the next', [line('10', '2022-12-31'), line('4', '2022-06-30')], '2022-07-01', '10'],
    [
      'is the last where all days are over',
      [line('10', '2022-12-31'), line('4', '2022-06-30')],
      '2023-07-01',
      '10',
    ],
    ['without a day comes last', [line('12'), line('4', '2022-06-30')], '2022-07-01', '12'],
    ['is that of the figure', [line('5', '2022-12-31', 'harvest')], '2022-03-01', null],
    ['is more than nothing', [line('0'), line('2.5000')], '2022-03-01', '2.5'],
    ['is not there without a plan', [], '2022-03-01', null],
  ])('%s', (_what, targets, asOf, goal) => {
    expect(goalIn({ targets }, 'visits', asOf)).toBe(goal)
  })

  it('is unknown where the plan is empty', () => {
    expect(goalIn({}, 'visits', '2022-03-01')).toBeNull()
  })
})
