import { addDays } from '@anzhi/engine/calendar'

export const today = '2022-10-31'

// The public holidays of 2022 that fall on weekdays.
const holidays = [
  ['2022-01-31', '2022-02-06'],
  ['2022-04-04', '2022-04-05'],
  ['2022-05-02', '2022-05-04'],
  ['2022-06-03', '2022-06-03'],
  ['2022-09-12', '2022-09-12'],
  ['2022-10-01', '2022-10-07'],
] as const

function isFree(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 || holidays.some(([from, to]) => from <= day && day <= to)
}

/** The day itself when people work on it, or the next one on which they do. */
export function workday(day: string): string {
  return isFree(day) ? workday(addDays(day, 1)) : day
}

/** The working day about so many days later. */
export function later(day: string, days: number): string {
  return workday(addDays(day, days))
}
