import type { LivingRecord } from '../record/index.ts'

/**
 * Organs in the official order (单位排序): by their rank, those without one last. Never by name or score; what has the
 * same rank keeps the order in which it came into the register.
 */
export function inOfficialOrder<Organ extends Pick<LivingRecord, 'id' | 'values'>>(
  organs: readonly Organ[],
): Organ[] {
  const rankOf = ({ values }: Organ) =>
    typeof values.rank === 'number' ? values.rank : Number.MAX_SAFE_INTEGER
  // Ids are made in time: the older one is the smaller.
  return [...organs].sort((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1))
}
