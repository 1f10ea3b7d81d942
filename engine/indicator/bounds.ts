import { addDays, type Day, earlierDay, laterDay } from '../calendar/index.ts'
import type { Filter, OrderTest } from '../query/index.ts'

/** A test of a date against the day of the figure: `due before asOf`. */
export interface AsOfTest {
  field: string
  is: OrderTest
}

/** A filter in two parts: what must be so, and which days of the figure it must be so for. */
export interface SplitFilter {
  plain: Filter
  asOf: AsOfTest[]
}

/** Takes the tests against the day of the figure out of a filter. They stand only where all must hold. */
export function splitFilter(filter: Filter): SplitFilter {
  if ('all' in filter) {
    const parts = filter.all.map(splitFilter)
    return { plain: { all: parts.map(({ plain }) => plain) }, asOf: parts.flatMap(({ asOf }) => asOf) }
  }
  if ('test' in filter && 'bound' in filter.test && typeof filter.test.bound === 'object') {
    return {
      plain: { field: filter.field, test: { is: 'known' } },
      asOf: [{ field: filter.field, is: filter.test.is }],
    }
  }
  return { plain: filter, asOf: [] }
}

/** Days from `from` on, before `until`; null is for ever. */
export interface Holding {
  from: Day
  until: Day | null
}

/**
 * Narrows the days of a stretch by one test: `due before asOf` holds from the day after `due` on,
 * `validUntil from asOf` until the day after it.
 */
export function narrow(holding: Holding, test: OrderTest, day: Day): Holding {
  const bound = boundOf(test)
  const edge = addDays(day, bound.plus)
  return bound.side === 'from'
    ? { ...holding, from: laterDay(holding.from, edge) }
    : { ...holding, until: earlierDay(holding.until, edge) }
}

/** Which end a test moves, and by how many days the named day is shifted. SQL reads the same table. */
export function boundOf(test: OrderTest): { side: 'from' | 'until'; plus: 0 | 1 } {
  if (test === 'before') return { side: 'from', plus: 1 }
  if (test === 'upTo') return { side: 'from', plus: 0 }
  return test === 'from' ? { side: 'until', plus: 1 } : { side: 'until', plus: 0 }
}
