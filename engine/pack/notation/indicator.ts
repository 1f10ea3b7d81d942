import type { FilterSpec } from '../../query/filter.ts'

export type IndicatorSpec = CountSpec | SumSpec | DistinctSpec | RatioSpec

interface LeafSpec {
  /** The date field that places a record in the period; a stock has none. */
  on?: string
  unit: string
  /** Only records, and states of them, that are like this; `asOf` may stand for the day of the figure. */
  where?: FilterSpec
}

/** How many records. */
export interface CountSpec extends LeafSpec {
  count: string
}

/** The sum of a number field; records where it is unknown contribute nothing. */
export interface SumSpec extends LeafSpec {
  sum: string
  of: string
}

/** How many different organs, people or records a link field names (家, 位, 台). */
export interface DistinctSpec extends LeafSpec {
  distinct: string
  of: string
}

/** The first over the second; nothing to divide by prints —. */
export interface RatioSpec {
  ratio: [string, string]
  unit: '%' | '‰'
  /** Printed decimals, rounded half up. */
  decimals: number
}
