import type { Against } from '../calendar/index.ts'
import type { Filter } from '../query/index.ts'
import type { Source } from './notation/index.ts'

/** What one register adds up to: records are counted, amounts summed or averaged, units told apart. */
export type LeafIndicator = {
  id: string
  kind: 'count' | 'sum' | 'distinct' | 'mean'
  register: string
  /** The field with rows, each of which is counted, summed or told apart; null where the record itself is. */
  each: string | null
  /** The field that is summed, averaged or told apart, of a row where rows are; null for a count. */
  of: string | null
  on: string | null
  unit: string
  /** Printed decimals of a mean; null for what is exact. */
  decimals: number | null
  where: Filter
  /** What each row must be like. */
  whereRow: Filter
  pointing: PointingTest[]
  sources: Source[]
  /** The axis of its register along which it is counted: the one that is named, or the only one that leads to organs. */
  axis: string | null
}

/** A test on the records of `register` that name a record in their field `by`, made on the day of the figure. */
export interface PointingTest {
  is: 'has' | 'lacks'
  register: string
  by: string
  /** The date field that says when; null where only being there counts. */
  on: string | null
  /** Within how many days, the day of the figure among them. */
  within: number | null
  where: Filter
}

/** What no register of ours stands behind: it arrives as statements and quotations. */
export interface GivenIndicator {
  id: string
  kind: 'given'
  unit: string
  sources: Source[]
  stock: boolean
  alone: boolean
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
  /** Exact, as text; null where the plan of the campaign that is asked for says it. */
  goal: string | null
  unit: '%'
  decimals: number
}

/** The place of one among its siblings in a tree, by another figure. */
export interface RankIndicator {
  id: string
  kind: 'rank'
  of: string
  tree: string
  axis: string
  order: 'highest' | 'lowest'
  sources: Source[]
  unit: string
}

/** What is read, and not made of other figures. */
export type BasicIndicator = LeafIndicator | GivenIndicator

/** What is made of other figures. */
export type ComposedIndicator = RatioIndicator | ChangeIndicator | TargetIndicator | RankIndicator

export type Indicator = BasicIndicator | ComposedIndicator

/** Has it records of a register of its own? */
export function isLeaf(indicator: Indicator): indicator is LeafIndicator {
  return 'register' in indicator
}

/** Is it read, or made of other figures? */
export function isBasic(indicator: Indicator): indicator is BasicIndicator {
  return isLeaf(indicator) || indicator.kind === 'given'
}

/** The indicators that it is made of. */
export function madeOf(indicator: Indicator): string[] {
  if (indicator.kind === 'ratio') return indicator.parts
  return isBasic(indicator) ? [] : [indicator.of]
}
