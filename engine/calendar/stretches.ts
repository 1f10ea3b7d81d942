import { addDays, type Day } from './day.ts'
import { type Calendar, findListed, isWeekend, isWorkingDay } from './working-days.ts'

/** Days on end for one reason: a holiday, a weekend, or (without a name and not a weekend) just off. */
export interface Stretch {
  from: Day
  to: Day
  holiday: string | null
}

/** The days that are known not to be worked, from a first to a last day, both included. */
export function daysOff(calendar: Calendar, first: Day, last: Day): Stretch[] {
  return stretches(calendar, first, last, (_day, worked) => !worked)
}

/** The Saturdays and Sundays that are worked, from a first to a last day, both included. */
export function weekendsWorked(calendar: Calendar, first: Day, last: Day): Stretch[] {
  return stretches(calendar, first, last, (day, worked) => worked && isWeekend(day))
}

function stretches(
  calendar: Calendar,
  first: Day,
  last: Day,
  wanted: (day: Day, worked: boolean) => boolean,
): Stretch[] {
  const found: Stretch[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const worked = isWorkingDay(calendar, day)
    if (worked.ok && wanted(day, worked.value)) append(found, calendar, day)
  }
  return found
}

function append(found: Stretch[], calendar: Calendar, day: Day): void {
  const holiday = findListed(calendar, day)?.holiday ?? null
  const before = found.at(-1)
  const isNext = before !== undefined && addDays(before.to, 1) === day && before.holiday === holiday
  if (isNext && (holiday !== null || isWeekend(before.to) === isWeekend(day))) before.to = day
  else found.push({ from: day, to: day, holiday })
}
