import Big from 'big.js'
import type { LeafIndicator } from '../pack/index.ts'
import type { Contribution } from './contributions.ts'
import { quotient } from './rounding.ts'

/** What contributions come to: how many there are, what they add up to (exact), how many units they name. */
export interface Tally {
  records: number
  sum: string
  units: number
}

/** Adds contributions up. The server lets the database do it; a law holds both alike. */
export function tallyOf(contributions: readonly Pick<Contribution, 'amount' | 'unit'>[]): Tally {
  const units = new Set(contributions.flatMap(({ unit }) => unit ?? []))
  const sum = contributions.reduce((all, { amount }) => all.plus(amount ?? 0), new Big(0))
  return { records: contributions.length, sum: sum.toFixed(), units: units.size }
}

/** The value of a leaf: exact and plain, a mean at its printed decimals; null is the mean of nothing. */
export function leafValue({ kind, decimals }: LeafIndicator, { records, sum, units }: Tally): string | null {
  if (kind === 'distinct') return String(units)
  if (kind !== 'mean') return new Big(sum).toFixed()
  return records === 0 ? null : quotient(new Big(sum), new Big(records), decimals!)
}
