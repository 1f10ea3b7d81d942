import type { Against } from '../../calendar/index.ts'
import type { FilterSpec } from '../../query/filter.ts'

export type IndicatorSpec = LeafSpec | GivenSpec | RatioSpec | ChangeSpec | TargetSpec | RankSpec

/** The classes a figure may come from: records of ours, what an organ states, what another body says. */
export type Source = 'counted' | 'stated' | 'quoted'

export type LeafSpec = CountSpec | SumSpec | MeanSpec | DistinctSpec

interface LeafPart {
  /** What it was called in earlier versions of the pack: what was stated or quoted of it is of this one now. */
  was?: string | string[]
  /** The date field that places a record in the period; a stock has none. */
  on?: string
  unit: string
  /** Only records, and states of them, that are like this; `asOf` may stand for the day of the figure. */
  where?: LeafWhere
  /** Where rows are counted or summed: only rows that are like this. */
  whereRow?: FilterSpec
  /** Only counted unless said. Stated takes the place of records where an organ has none in the days it speaks of. */
  sources?: Source[]
  /** The axis of the register along which it is counted; the one that leads to organs where there is only one. */
  axis?: string
}

/**
 * A filter, and tests on records that name the record counted: it `has` one like this, or `lacks` any. They are made on
 * the day of the figure, over all records there are, whoever may see them.
 */
export interface LeafWhere extends FilterSpec {
  has?: PointingSpec | PointingSpec[]
  lacks?: PointingSpec | PointingSpec[]
}

/** Records of `register` that name it in their link field `by`. */
export interface PointingSpec {
  register: string
  by: string
  /** Of these days only, the day of the figure among them, by the date field `on`. */
  within?: { days: number }
  on?: string
  where?: FilterSpec
}

/** How many records; or how many rows they have in `each`. */
interface CountSpec extends LeafPart {
  count: string
  each?: string
}

/** The sum of a number field, or of one of every row (`picked.baskets`); what is unknown contributes nothing. */
interface SumSpec extends LeafPart {
  sum: string
  of: string
}

/** The mean of a number field over the records where it is known; of none there is none. */
interface MeanSpec extends LeafPart {
  mean: string
  of: string
  /** Printed decimals, rounded half up. */
  decimals: number
}

/** How many different organs, people or records a link field names (家, 位, 台). */
interface DistinctSpec extends LeafPart {
  distinct: string
  of: string
}

/** No register of ours stands behind it: it only ever arrives as a statement or a quotation. */
export interface GivenSpec {
  /** What it was called in earlier versions of the pack: what was stated or quoted of it is of this one now. */
  was?: string | string[]
  given: true
  unit: string
  sources: Exclude<Source, 'counted'>[]
  /** Speaks of a day and not of a period: the latest that is known holds. */
  stock?: boolean
  /** Cannot be added up (a rate, 家): there is a figure only where one statement speaks for all of it. */
  alone?: boolean
}

/** The first over the second; nothing to divide by prints —. */
export interface RatioSpec {
  ratio: [string, string]
  unit: '%' | '‰'
  /** Printed decimals, rounded half up. */
  decimals: number
}

/** Another figure against itself in an earlier period (同比, 环比); the as-of day moves with the period. */
export interface ChangeSpec {
  change: string
  /** The same days a year earlier, or as many just before. */
  against: Against
  /** By how many per cent, by how much, or (of a rate) by how many points. */
  as: '%' | 'amount' | 'points'
  decimals: number
}

/** How much of a goal another figure reaches, in per cent. */
export interface TargetSpec {
  target: string
  /** More than nothing, as text: '300'; or what the plan of the campaign says that the figure is asked for. */
  goal: string | { scope: true }
  decimals: number
}

/**
 * The place of an organ (or a division) among those beside it, by another figure: of the highest or the lowest first.
 * Who has no such number has no place.
 */
export interface RankSpec {
  /** What it was called in earlier versions of the pack: what was stated or quoted of it is of this one now. */
  was?: string | string[]
  rank: string
  /** The axis along which it is counted for each of them. */
  axis: string
  order: 'highest' | 'lowest'
  /** The same number is the same place; the next place is as many further. */
  ties: 'same'
  /** Only worked out unless said; quoted is the place in another body's table. */
  sources?: ('counted' | 'quoted')[]
}
