import { isDay, parsePeriod, yearToDate } from '@anzhi/engine/calendar'
import { type Asked, isTagged, leadsTo } from '@anzhi/engine/indicator'
import { findIndicator, type Indicator } from '@anzhi/engine/pack'
import type { Context } from '../context.ts'
import { ProblemError, refuse } from '../problem-error.ts'
import { findTreeOf } from '../store/tree.ts'

interface Days {
  from?: string
  to?: string
  asOf?: string
}

interface Query extends Days {
  node?: string
  axis?: string
  below?: string
  alone?: 'true'
  scope?: string
}

/**
 * Which days figures are asked for. Unsaid: up to the as-of day, from 1 January of its year; and the as-of day
 * is today.
 */
export function daysIn(context: Context, query: Days): Asked {
  const asOf = query.asOf ?? context.today
  const to = query.to ?? asOf
  // The calendar of the engine is narrower than that of the contract's dates.
  if (!isDay(asOf)) return refuse('notDate', 'asOf', { given: asOf })
  const period = parsePeriod(query.from ?? yearToDate(to).from, to)
  if (!period.ok) throw new ProblemError(period.problems)
  return { period: period.value, asOf }
}

/** What figures are asked for: the days, and the organ or division that they are only of. */
export async function askedIn(context: Context, query: Query): Promise<Asked> {
  const days = { ...daysIn(context, query), ...(await scopeIn(context, query.scope)) }
  const { node: id, axis, alone } = query
  if (id === undefined) return days
  const tree = (await findTreeOf(context, id)) ?? refuse('notFound', 'node', { id })
  const below = query.below === undefined ? {} : { below: query.below === 'top' ? null : query.below }
  return { ...days, node: { tree, id, axis, ...below, ...(alone === undefined ? {} : { alone: true }) } }
}

async function scopeIn(context: Context, id: string | undefined): Promise<Pick<Asked, 'scope'>> {
  if (id === undefined) return {}
  return (await findTreeOf(context, id)) === 'scope' ? { scope: id } : refuse('notFound', 'scope', { id })
}

/** An indicator that can be read for what is asked. */
export function indicatorIn(
  context: Context,
  id: string,
  { node, scope }: Pick<Asked, 'node' | 'scope'>,
): Indicator {
  const indicator = findIndicator(context.pack, id) ?? refuse('noSuchIndicator', 'indicator')
  if (node !== undefined && !leadsTo(context.pack, indicator, node)) refuse('noSuchAxis', 'node')
  if (scope !== undefined && !isTagged(context.pack, indicator)) refuse('noSuchAxis', 'scope')
  return indicator
}
