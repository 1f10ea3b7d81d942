import type { Filter } from '../query/index.ts'

export type LeafIndicator = {
  id: string
  kind: 'count' | 'sum' | 'distinct'
  register: string
  /** The field that is summed or told apart; null for a count. */
  of: string | null
  on: string | null
  unit: string
  where: Filter
}

export type Indicator =
  | LeafIndicator
  | { id: string; kind: 'ratio'; parts: [string, string]; unit: '%' | '‰'; decimals: number }
