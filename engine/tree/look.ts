import type { Day } from '../calendar/index.ts'
import type { Descent, Standing } from './closure.ts'

/** Does it hold on this day? */
export function holdsOn({ from, until }: { from: Day; until: Day | null }, day: Day): boolean {
  return from <= day && (until === null || day < until)
}

/** Does a node stand at or below another on a day? */
export function isUnder(descents: readonly Descent[], id: string, ancestor: string, day: Day): boolean {
  return descents.some((one) => one.id === id && one.ancestor === ancestor && holdsOn(one, day))
}

/**
 * Would a node that stands like this be its own ancestor on any day? `descents` may tell of the node as it stood
 * before: what leads from another node up to it does not change.
 */
export function isOwnAncestor(
  id: string,
  standings: readonly Standing[],
  descents: readonly Descent[],
): boolean {
  return standings.some(
    ({ from, until, parent }) =>
      parent === id ||
      descents.some(
        (one) =>
          one.id === parent &&
          one.ancestor === id &&
          (until === null || one.from < until) &&
          (one.until === null || from < one.until),
      ),
  )
}
