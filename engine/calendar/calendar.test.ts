import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  type Day,
  dayInShanghai,
  daysBetween,
  earlierDay,
  isDay,
  laterDay,
  parsePeriod,
  yearToDate,
} from './index.ts'

const days = fc
  .date({ min: new Date('1902-01-01'), max: new Date('2990-12-31'), noInvalidDate: true })
  .map((date): Day => date.toISOString().slice(0, 10))
const steps = fc.integer({ min: -700, max: 700 })

/** Was it a leap year, by the rule of the calendar and not by a library. */
function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

describe('a day', () => {
  it.each(['1900-01-01', '2000-02-29', '2024-02-29', '2022-10-31', '2999-12-31'])('%s exists', (day) => {
    expect(isDay(day)).toBe(true)
  })

  it.each([
    ...['1900-02-29', '2100-02-29', '2023-02-29', '2022-04-31', '2022-00-10', '2022-13-01', '2022-01-00'],
    ...[
      '1899-12-31',
      '3000-01-01',
      '22-10-31',
      '2022-1-5',
      '2022-10-31 ',
      '2022-10-31\n',
      '２０２２-10-31',
      '',
    ],
  ])('%j does not', (text) => {
    expect(isDay(text)).toBe(false)
  })

  it('is never anything but a text', () => {
    fc.assert(
      fc.property(fc.anything(), (given) => {
        if (typeof given !== 'string') expect(isDay(given)).toBe(false)
      }),
    )
    expect(isDay(new Date())).toBe(false)
  })

  it('29 February exists in leap years alone', () => {
    for (let year = 1900; year < 3000; year += 1) expect(isDay(`${year}-02-29`)).toBe(isLeap(year))
  })
})

describe('counting days', () => {
  it('passes leap days and the turn of the year', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
    expect(addDays('2022-12-31', 1)).toBe('2023-01-01')
    expect(addDays('2022-01-01', -1)).toBe('2021-12-31')
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
    expect(daysBetween('2022-01-01', '2023-01-01')).toBe(365)
  })

  it('is not moved by the summer time of 1986 to 1991', () => {
    expect(daysBetween('1986-05-03', '1986-05-05')).toBe(2)
    expect(addDays('1991-09-14', 1)).toBe('1991-09-15')
  })

  it('forth and back is where one was', () => {
    fc.assert(
      fc.property(days, steps, (day, n) => {
        expect(addDays(addDays(day, n), -n)).toBe(day)
        expect(daysBetween(day, addDays(day, n))).toBe(n)
        expect(isDay(addDays(day, n))).toBe(true)
      }),
    )
  })

  it('adds up', () => {
    fc.assert(
      fc.property(days, steps, steps, (day, a, b) => {
        expect(addDays(addDays(day, a), b)).toBe(addDays(day, a + b))
      }),
    )
  })

  it('goes with the order of the texts', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect(Math.sign(daysBetween(a, b))).toBe(a < b ? 1 : a > b ? -1 : 0)
        expect(laterDay(a, b)).toBe(a < b ? b : a)
        expect(earlierDay(a, b)).toBe(a < b ? a : b)
      }),
    )
  })

  it('knows an end that never comes', () => {
    expect(earlierDay(null, '2022-10-31')).toBe('2022-10-31')
    expect(earlierDay('2022-10-31', null)).toBe('2022-10-31')
    expect(earlierDay(null, null)).toBeNull()
  })
})

describe('the day in Shanghai', () => {
  it.each([
    ['2022-10-30T15:59:59.999Z', '2022-10-30'],
    ['2022-10-30T16:00:00.000Z', '2022-10-31'],
    ['2022-12-31T15:59:59.999Z', '2022-12-31'],
    ['2022-12-31T16:00:00.000Z', '2023-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
    ['2024-02-29T16:00:00.000Z', '2024-03-01'],
    ['2022-10-31T00:00:00.000Z', '2022-10-31'],
  ])('at %s it is %s', (instant, day) => {
    expect(dayInShanghai(new Date(instant))).toBe(day)
  })

  it('is the one that the calendar of that zone names', () => {
    const zone = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' })
    const instants = fc.date({
      min: new Date('1992-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(instants, (instant) => {
        expect(dayInShanghai(instant)).toBe(zone.format(instant))
      }),
    )
  })
})

describe('a period', () => {
  it('has both its ends, and may be one day', () => {
    expect(parsePeriod('2022-10-31', '2022-10-31')).toEqual({
      ok: true,
      value: { from: '2022-10-31', to: '2022-10-31' },
    })
    expect(yearToDate('2022-10-31')).toEqual({ from: '2022-01-01', to: '2022-10-31' })
    expect(yearToDate('2022-01-01')).toEqual({ from: '2022-01-01', to: '2022-01-01' })
  })

  it('does not run backwards', () => {
    const refused = parsePeriod('2022-10-31', '2022-10-30')
    expect(refused).toMatchObject({ ok: false, problems: [{ code: 'badPeriod', field: 'to' }] })
  })

  it('tells both of two wrong days', () => {
    expect(parsePeriod('2022-02-30', undefined)).toEqual({
      ok: false,
      problems: [
        { code: 'notDate', field: 'from', values: { given: '2022-02-30' } },
        { code: 'notDate', field: 'to' },
      ],
    })
  })

  it('is read from anything without falling over', () => {
    const given = fc.oneof(fc.anything(), days, fc.constant({ toString: 1 }))
    fc.assert(
      fc.property(given, given, (from, to) => {
        expect(parsePeriod(from, to).ok).toBe(isDay(from) && isDay(to) && from <= to)
      }),
    )
  })
})
