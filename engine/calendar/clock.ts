import { bad, ok, problem, type Result } from '../problem/index.ts'
import { addDays, addMonths, type Day, isDay } from './day.ts'
import { addHours, isMoment, type Moment } from './moment.ts'
import { daysOff, type Stretch, weekendsWorked } from './stretches.ts'
import { addWorkingDays, type Calendar, firstWorkingDay } from './working-days.ts'

export const clockUnits = ['hour', 'workingDay', 'day', 'month', 'year'] as const

/**
 * A time limit as data. What is law for every limit, unless its own law says otherwise:
 *
 * - The day on which it begins does not count (民法典 art. 201: `from: 'nextDay'`); hours run from the minute.
 * - A limit of months or years ends on the day of the same number, or on the last of a month that has no such
 *   day (民法典 art. 202).
 * - One that ends on a statutory day off ends on the day after those days off (民法典 art. 203:
 *   `rollsToWorkingDay`). That article is about civil dealings. Whether it holds for a limit that binds an
 *   office the administrative laws do not say, so each clock says it for itself.
 * - In 行政处罚法 two, three, five and seven days are working days (art. 85), in 行政强制法 every limit up to
 *   ten days is (art. 69): `unit: 'workingDay'`.
 * - `before` counts backwards, to the last day on which something may still be done ahead of an event. No law
 *   says how; here the day of the event does not count and the day reached is still in time.
 */
export interface Clock {
  count: number
  unit: (typeof clockUnits)[number]
  from: 'nextDay' | 'sameDay'
  before: boolean
  rollsToWorkingDay: boolean
}

/**
 * How far the number of a limit is to be relied on: it stands in a national law or regulation; it is one
 * place's rule, an example until the office has put in its own; or nobody has compared it with the text.
 */
export const standings = ['law', 'local', 'unchecked'] as const
export type Standing = (typeof standings)[number]

/** When a limit ends, and everything that it takes to say why. */
export interface Due {
  clock: Clock
  start: Day | Moment
  /** The last day, or with hours the minute, on which it is in time. */
  due: Day | Moment
  /** Where the count ended; earlier than `due` only when a day off moved the end. */
  counted: Day | Moment
  /** Days off that did not count, or past which the end was moved; earliest first. */
  skipped: Stretch[]
  /** Saturdays and Sundays that were worked, and counted. */
  worked: Stretch[]
}

/**
 * When a limit that began on a day (with hours: at a minute) ends. `calendarUnknown` where working days matter
 * and are not known; `notMoment` where hours are given no minute, `notDate` where the others are given no day.
 */
export function deadlineOf(calendar: Calendar, clock: Clock, start: Day | Moment): Result<Due> {
  if (clock.unit === 'hour') return dueMinute(clock, start)
  if (!isDay(start)) return bad(problem('notDate', 'from', { given: start }))
  const counted = countOn(calendar, clock, start)
  if (!counted.ok) return counted
  if (!isDay(counted.value)) return bad(tooFar)
  const due = clock.rollsToWorkingDay ? firstWorkingDay(calendar, counted.value) : counted
  if (!due.ok) return due
  const [first, last] = toldDays(clock, start, counted.value, due.value)
  return ok({
    clock,
    start,
    due: due.value,
    counted: counted.value,
    skipped: daysOff(calendar, first, last),
    worked: weekendsWorked(calendar, first, last),
  })
}

/** Of which days it has to be told whether they were worked: those counted one by one, else those where the end moved. */
function toldDays(clock: Clock, start: Day, counted: Day, due: Day): [Day, Day] {
  if (clock.unit !== 'workingDay') return [counted, addDays(due, -1)]
  const base = baseOf(clock, start)
  return clock.before ? [counted, addDays(base, -1)] : [addDays(base, 1), counted]
}

const tooFar = problem('outOfRange', 'from', { range: '1900–2999' })

function dueMinute(clock: Clock, start: Day | Moment): Result<Due> {
  if (!isMoment(start)) return bad(problem('notMoment', 'from', { given: start }))
  const due = addHours(start, clock.before ? -clock.count : clock.count)
  return isMoment(due) ? ok({ clock, start, due, counted: due, skipped: [], worked: [] }) : bad(tooFar)
}

/** The day from which the first one counted is one further on. */
function baseOf({ from, before }: Clock, start: Day): Day {
  if (from === 'nextDay') return start
  return addDays(start, before ? 1 : -1)
}

function countOn(calendar: Calendar, clock: Clock, start: Day): Result<Day> {
  const base = baseOf(clock, start)
  const count = clock.before ? -clock.count : clock.count
  if (clock.unit === 'workingDay') return addWorkingDays(calendar, base, count)
  if (clock.unit === 'day') return ok(addDays(base, count))
  return ok(addMonths(base, clock.unit === 'year' ? count * 12 : count))
}
