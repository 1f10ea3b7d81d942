import { bad, ok, type Problem, problem, type Result } from '../problem/index.ts'
import { addDays, type Day, dayOfWeek } from './day.ts'

/** A day that a notice on holidays names: off, or worked although it is a Saturday or a Sunday (调休上班). */
export interface ListedDay {
  kind: 'work' | 'off'
  /** The holiday for whose sake it is so; its word is `holiday.<id>`. */
  holiday?: string
}

/**
 * Working days as data: Monday to Friday, but for the days listed. Which days those are, the State Council
 * tells from year to year; outside of `knownFrom` to `knownUntil` (both included) nothing is said, not even
 * of a plain Tuesday.
 */
export interface Calendar {
  knownFrom: Day
  knownUntil: Day
  days: Record<Day, ListedDay>
}

/** The calendar of somebody who has none: no day of it is known. */
export const noCalendar: Calendar = { knownFrom: '2999-12-31', knownUntil: '1900-01-01', days: {} }

/**
 * The year whose notice arranges a day. The last three days of December are arranged with the New Year that
 * follows: 29 December 2018 was a working Saturday by the notice for 2019. None has reached further back.
 */
export function noticeYear(day: Day): number {
  return Number(day.slice(0, 4)) + (day.slice(5) > lastOfNotice ? 1 : 0)
}

const lastOfNotice = '12-28'

/** What the calendar lists for a day, if anything. */
export function findListed(calendar: Calendar, day: Day): ListedDay | undefined {
  return Object.hasOwn(calendar.days, day) ? calendar.days[day] : undefined
}

/** Saturday or Sunday, whether worked or not. */
export function isWeekend(day: Day): boolean {
  return dayOfWeek(day) > 5
}

/** Is it worked on that day? `calendarUnknown` outside of what the calendar knows, never a guess. */
export function isWorkingDay(calendar: Calendar, day: Day): Result<boolean> {
  return isKnown(calendar, day) ? ok(isWorked(calendar, day)) : bad(calendarUnknown(calendar))
}

/**
 * The `days`-th working day after a day, or before it when negative; the day itself does not count. 0 gives
 * the day as it is. `calendarUnknown` when the way there leaves the calendar.
 */
export function addWorkingDays(calendar: Calendar, day: Day, days: number): Result<Day> {
  const step = days < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(days); left > 0; ) {
    at = addDays(at, step)
    if (!isKnown(calendar, at)) return bad(calendarUnknown(calendar))
    if (isWorked(calendar, at)) left -= 1
  }
  return ok(at)
}

/**
 * How many working days lie after `from` up to and with `to`; for a `to` before `from`, less than nothing by
 * those from `to` up to the eve of `from`. So `addWorkingDays` by this many leads from `from` to `to`
 * wherever `to` is a working day. `calendarUnknown` when one of these days is not known.
 */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): Result<number> {
  if (to === from) return ok(0)
  const [first, last] = from < to ? [addDays(from, 1), to] : [to, addDays(from, -1)]
  if (!isKnown(calendar, first) || !isKnown(calendar, last)) return bad(calendarUnknown(calendar))
  let days = 0
  for (let at = first; at <= last; at = addDays(at, 1)) if (isWorked(calendar, at)) days += 1
  return ok(from < to ? days : -days)
}

/** The day itself when it is worked, else the next one that is. */
export function firstWorkingDay(calendar: Calendar, day: Day): Result<Day> {
  return addWorkingDays(calendar, addDays(day, -1), 1)
}

function isKnown(calendar: Calendar, day: Day): boolean {
  return calendar.knownFrom <= day && day <= calendar.knownUntil
}

// Only of a day that is known.
function isWorked(calendar: Calendar, day: Day): boolean {
  const listed = findListed(calendar, day)
  return listed === undefined ? !isWeekend(day) : listed.kind === 'work'
}

function calendarUnknown({ knownFrom, knownUntil }: Calendar): Problem {
  const isEmpty = knownUntil < knownFrom
  return problem('calendarUnknown', undefined, {
    from: isEmpty ? '—' : knownFrom,
    until: isEmpty ? '—' : knownUntil,
  })
}
