import { readFileSync } from 'node:fs'
import { addDays, dayOfWeek, isWeekend, isWorkingDay } from '@anzhi/engine/calendar'
import { expect, test } from 'vitest'
import { makeCalendar, showCalendar } from './from-holidays.ts'

const written = readFileSync(new URL('../calendar.json', import.meta.url), 'utf8')
const calendar = makeCalendar()
const years = Array.from({ length: 23 }, (_, n) => 2004 + n)

test('the file is what the script makes of the package', () => {
  expect(written).toBe(`${showCalendar(calendar)}\n`)
  expect(JSON.parse(written)).toEqual(calendar)
})

test('it knows the years that the package has, and no more', () => {
  expect([calendar.knownFrom, calendar.knownUntil]).toEqual(['2004-01-01', '2026-12-28'])
  expect(isWorkingDay(calendar, '2027-01-05')).toMatchObject({ problems: [{ code: 'calendarUnknown' }] })
})

test('the notices themselves are in it', () => {
  const worked = (day: string) => isWorkingDay(calendar, day)
  const expected: Record<string, boolean> = {
    '2005-12-31': true, // left out by the package
    '2015-09-03': false, // the day of the parade, of that year alone
    '2018-12-29': true,
    '2020-01-31': false, // the holiday that was made longer
    '2022-10-07': false,
    '2022-10-08': true,
    '2022-10-09': true,
    '2026-02-14': true,
    '2026-02-17': false,
    '2026-02-28': true,
  }
  for (const [day, value] of Object.entries(expected)) expect(worked(day), day).toEqual({ ok: true, value })
})

/** Days off by law beyond the weekends: ten until 2007, eleven since, thirteen from 2025 on. */
function byLaw(year: number): number {
  const extra = year === 2015 ? 1 : year === 2020 ? 2 : 0
  return (year < 2008 ? 10 : year < 2025 ? 11 : 13) + extra
}

/** A notice arranges its own year and the last days of December before. */
function daysOfNotice(year: number): string[] {
  const days: string[] = []
  for (let day = `${year - 1}-12-29`; day < `${year}-12-29`; day = addDays(day, 1)) days.push(day)
  return days
}

test.each(years)('the days off of %i come to what the law gives', (year) => {
  const days = daysOfNotice(year).filter((day) => Object.hasOwn(calendar.days, day))
  const off = days.filter((day) => calendar.days[day]!.kind === 'off' && !isWeekend(day)).length
  const worked = days.filter((day) => calendar.days[day]!.kind === 'work').length
  expect(off - worked).toBe(byLaw(year))
})

test('no notice has reached further back than 29 December', () => {
  const late = Object.keys(calendar.days).filter((day) => day.slice(5) > '11-30')
  expect(late.map((day) => `${day} ${dayOfWeek(day)}`)).toEqual([
    ...['2005-12-31 6', '2006-12-30 6', '2006-12-31 7', '2007-12-29 6', '2007-12-30 7', '2007-12-31 1'],
    ...['2011-12-31 6', '2018-12-29 6', '2018-12-30 7', '2018-12-31 1', '2022-12-31 6'],
  ])
})
