import type { Against } from '../calendar/index.ts'
import type { Filter } from '../query/index.ts'

/** What one register adds up to: records are counted, amounts summed or averaged, units told apart. */
export type LeafIndicator = {
  id: string
  kind: 'count' | 'sum' | 'distinct' | 'mean'
  register: string
  /** The field that is summed, averaged or told apart; null for a count. */
  of: string | null
  on: string | null
  unit: string
  /** Printed decimals of a mean; null for what is exact. */
  decimals: number | null
  where: Filter
}

/** The first over the second. */
export interface RatioIndicator {
  id: string
  kind: 'ratio'
  parts: [string, string]
  unit: '%' | '‰'
  decimals: number
}

/** A figure against itself in an earlier period. */
export interface ChangeIndicator {
  id: string
  kind: 'change'
  of: string
  against: Against
  as: '%' | 'amount' | 'points'
  unit: string
  decimals: number
}

/** Which share of a goal is reached. */
export interface TargetIndicator {
  id: string
  kind: 'target'
  of: string
  /** Exact, as text. */
  goal: string
  unit: '%'
  decimals: number
}

export type Indicator = LeafIndicator | RatioIndicator | ChangeIndicator | TargetIndicator

/** Has it records of its own, or is it made of other figures? */
export function isLeaf(indicator: Indicator): indicator is LeafIndicator {
  return 'register' in indicator
}

/** The indicators that it is made of. */
export function madeOf(indicator: Indicator): string[] {
  if (indicator.kind === 'ratio') return indicator.parts
  return isLeaf(indicator) ? [] : [indicator.of]
}
