import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Against, addDays, daysBetween, earlierDays } from './index.ts'

function earlier(from: string, to: string, asOf: string, against: Against): string[] {
  const { period, asOf: day } = earlierDays({ period: { from, to }, asOf }, against)
  return [period.from, period.to, day]
}

describe('the days that a figure is compared with', () => {
  it.each<[string, Against, string[], string[]]>([
    [
      'the year so far',
      'yearBefore',
      ['2022-01-01', '2022-10-31', '2022-10-31'],
      ['2021-01-01', '2021-10-31', '2021-10-31'],
    ],
    [
      'a part of a month',
      'yearBefore',
      ['2022-10-05', '2022-10-20', '2022-10-31'],
      ['2021-10-05', '2021-10-20', '2021-10-31'],
    ],
    [
      'February after a leap year',
      'yearBefore',
      ['2025-02-01', '2025-02-28', '2025-02-28'],
      ['2024-02-01', '2024-02-29', '2024-02-29'],
    ],
    [
      'a leap February',
      'yearBefore',
      ['2024-02-01', '2024-02-29', '2024-03-02'],
      ['2023-02-01', '2023-02-28', '2023-03-02'],
    ],
    [
      'the last day of a leap February',
      'yearBefore',
      ['2024-02-29', '2024-02-29', '2024-02-29'],
      ['2023-02-28', '2023-02-28', '2023-02-28'],
    ],
    [
      'a month',
      'periodBefore',
      ['2022-10-01', '2022-10-31', '2022-10-31'],
      ['2022-09-01', '2022-09-30', '2022-09-30'],
    ],
    [
      'a quarter',
      'periodBefore',
      ['2023-01-01', '2023-03-31', '2023-04-05'],
      ['2022-10-01', '2022-12-31', '2023-01-05'],
    ],
    [
      'a week',
      'periodBefore',
      ['2022-10-10', '2022-10-16', '2022-10-14'],
      ['2022-10-03', '2022-10-09', '2022-10-07'],
    ],
    [
      'the month so far',
      'periodBefore',
      ['2022-10-01', '2022-10-15', '2022-10-15'],
      ['2022-09-16', '2022-09-30', '2022-09-30'],
    ],
    [
      'a day',
      'periodBefore',
      ['2022-03-01', '2022-03-01', '2022-03-01'],
      ['2022-02-28', '2022-02-28', '2022-02-28'],
    ],
  ])('of %s, %s', (_what, against, [from, to, asOf], wanted) => {
    expect(earlier(from!, to!, asOf!, against)).toEqual(wanted)
  })

  it('end before the period begins, and keep their distance from the as-of day', () => {
    const days = fc.nat({ max: 1_500 }).map((n) => addDays('2020-01-01', n))
    fc.assert(
      fc.property(days, fc.nat({ max: 364 }), days, (from, length, asOf) => {
        const to = addDays(from, length)
        const asked = { period: { from, to }, asOf }
        const before = earlierDays(asked, 'periodBefore')
        expect(addDays(before.period.to, 1)).toBe(from)
        for (const { period, asOf: day } of [before, earlierDays(asked, 'yearBefore')]) {
          expect(daysBetween(period.to, day)).toBe(daysBetween(to, asOf))
          expect(period.from <= period.to).toBe(true)
        }
      }),
    )
  })
})
