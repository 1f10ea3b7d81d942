import type { Day } from '../calendar/index.ts'
import type { Link } from '../fields/index.ts'
import type { Register } from '../pack/index.ts'
import type { LivingRecord } from '../record/index.ts'
import type { Standing, Standings } from './closure.ts'

/** Earlier than every day there is. */
export const ever: Day = '0001-01-01'

/**
 * Where a record of a tree stood, by day. Before the first day that is known of it, it stood where it stood first:
 * an organ is older than its entry in the register.
 */
export function standingsOf(stretches: readonly Standing[]): Standing[] {
  const standings: Standing[] = []
  for (const { from, until, parent } of stretches) {
    if (until !== null && until <= from) continue
    const last = standings.at(-1)
    if (last !== undefined && last.parent === parent) last.until = until
    else standings.push({ from: last === undefined ? ever : from, until, parent })
  }
  return standings
}

/** The standings of the records of a tree, from their lives. */
export function treeOf(
  register: Register,
  records: readonly Pick<LivingRecord, 'id' | 'spans'>[],
): Standings {
  return new Map(
    records.map(({ id, spans }) => [
      id,
      standingsOf(
        spans.map(({ from, until, tracked }) => ({ from, until, parent: parentIn(register, tracked) })),
      ),
    ]),
  )
}

function parentIn({ tree }: Register, tracked: Record<string, unknown>): string | null {
  return tree === null ? null : ((tracked[tree] as Link | null | undefined)?.id ?? null)
}
