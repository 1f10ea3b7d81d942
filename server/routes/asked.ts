import { isDay, parsePeriod, yearToDate } from '@anzhi/engine/calendar'
import type { Asked } from '@anzhi/engine/indicator'
import type { Context } from '../context.ts'
import { ProblemError, refuse } from '../problem-error.ts'

/**
 * Which days figures are asked for. Unsaid: up to the as-of day, from 1 January of its year; and the as-of day
 * is today.
 */
export function askedIn(context: Context, query: { from?: string; to?: string; asOf?: string }): Asked {
  const asOf = query.asOf ?? context.today
  const to = query.to ?? asOf
  // The calendar of the engine is narrower than that of the contract's dates.
  if (!isDay(asOf)) return refuse('notDate', 'asOf', { given: asOf })
  const period = parsePeriod(query.from ?? yearToDate(to).from, to)
  if (!period.ok) throw new ProblemError(period.problems)
  return { period: period.value, asOf }
}
