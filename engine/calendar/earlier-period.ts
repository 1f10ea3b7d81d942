import { addDays, addMonths, type Day, daysBetween } from './day.ts'
import type { Period } from './period.ts'

/** The days that a figure is compared with. */
export type Against = 'yearBefore' | 'periodBefore'

/** What a figure was asked for: its period, and the day as of which it holds. */
interface Asked {
  period: Period
  asOf: Day
}

/**
 * The days that these are compared with: the same a year earlier (同比), or as many just before (环比). Whole
 * months are compared with whole months, so that February is not one day short; the as-of day keeps its
 * distance from the end of the period.
 */
export function earlierDays({ period, asOf }: Asked, against: Against): Asked {
  const earlier = against === 'yearBefore' ? yearBefore(period) : periodBefore(period)
  return { period: earlier, asOf: addDays(earlier.to, daysBetween(period.to, asOf)) }
}

function yearBefore({ from, to }: Period): Period {
  const end = addMonths(to, -12)
  return { from: addMonths(from, -12), to: isWholeMonths({ from, to }) ? lastOfMonth(end) : end }
}

function periodBefore(period: Period): Period {
  const { from, to } = period
  const end = addDays(from, -1)
  if (!isWholeMonths(period)) return { from: addDays(end, -daysBetween(from, to)), to: end }
  return { from: addMonths(from, -monthsIn(period)), to: end }
}

function isWholeMonths({ from, to }: Period): boolean {
  return from.endsWith('-01') && to === lastOfMonth(to)
}

function lastOfMonth(day: Day): Day {
  return addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1)
}

function monthsIn({ from, to }: Period): number {
  const months = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return months(to) - months(from) + 1
}
