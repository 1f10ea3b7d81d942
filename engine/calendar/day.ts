/** A calendar day in Asia/Shanghai, written 2022-10-31. Compares as text. */
export type Day = string

const dayPattern = /^\d{4}-\d{2}-\d{2}$/
const millisecondsOfDay = 86_400_000

/** Is this a day that exists (2023-02-29 does not)? Years 1900 to 2999. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !dayPattern.test(value)) return false
  if (value < '1900-01-01' || value > '2999-12-31') return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
}

/** The day `days` calendar days later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * millisecondsOfDay).toISOString().slice(0, 10)
}

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsOfDay
}

/**
 * The day of the same number so many months later (earlier when negative); the last of the month when it has
 * no such day: 31 January and a month is 28 or 29 February.
 */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0))
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())))
    .toISOString()
    .slice(0, 10)
}

/** 1 for Monday to 7 for Sunday. */
export function dayOfWeek(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The day it is in Asia/Shanghai at an instant. China has kept UTC+8 without summer time since 1992. */
export function dayInShanghai(instant: Date): Day {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

export function laterDay(a: Day, b: Day): Day {
  return a > b ? a : b
}

/** The earlier of two days; null stands for "never". */
export function earlierDay(a: Day | null, b: Day | null): Day | null {
  if (a === null) return b
  if (b === null) return a
  return a < b ? a : b
}
