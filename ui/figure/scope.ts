import type { Figure } from '@anzhi/engine/indicator'
import { findIndicator, findRegister, isBasic, madeOf, type Pack } from '@anzhi/engine/pack'

/**
 * Does a person see every record that a figure stands on? Whose role sees only their own organ's records
 * reads the same figure over fewer of them, and has to be told so.
 */
export function seesAllOf(pack: Pack, roles: readonly string[], figure: Pick<Figure, 'indicator'>): boolean {
  if (roles.some((role) => pack.roles[role]?.sees === 'district')) return true
  const indicator = findIndicator(pack, figure.indicator)
  if (indicator === undefined) return false
  if (!isBasic(indicator))
    return madeOf(indicator).every((part) => seesAllOf(pack, roles, { indicator: part }))
  // What others state is seen along their organs.
  if (indicator.sources.includes('stated') || indicator.kind === 'given') return false
  return findRegister(pack, indicator.register)?.open === true
}
