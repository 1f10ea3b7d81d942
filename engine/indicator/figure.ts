import type { Day, Period } from '../calendar/index.ts'
import { type Indicator, isLeaf, type LeafIndicator, type Pack } from '../pack/index.ts'
import type { Node } from './along.ts'
import { composedFigure, partsAsked } from './composed.ts'
import { leafValue, type Tally } from './tally.ts'

/** A figure: its value, exact and as text (null when there is none), and all that explains it. */
export interface Figure extends Asked {
  indicator: string
  value: string | null
  unit: string
  /** As it is printed, without the unit. */
  shown: string
  /** Where it comes from: records that Anzhi holds. Statements and quotations are the other two classes. */
  source: 'counted'
  /** What it is made of: a rate's part and whole, a change's now and then, what has been reached of a goal. */
  parts?: Figure[]
  /** Of how much a share has been reached. */
  goal?: string
}

export interface Asked {
  period: Period
  asOf: Day
  /** Only of one organ, or of one division; all of them unless said. */
  node?: Node
}

/** What the listed records of a figure, or of one that it is made of, come to: what proves it. */
export interface Footing extends Asked {
  indicator: string
  records: number
  total: string | null
}

/** One reading that a figure needs: the contributions to a leaf, over days that may not be the figure's own. */
export interface Need {
  leaf: LeafIndicator
  asked: Asked
}

/** Everything that has to be read before a figure can be told. */
export function needsOf(pack: Pack, indicator: Indicator, asked: Asked): Need[] {
  if (isLeaf(indicator)) return [{ leaf: indicator, asked }]
  return partsAsked(indicator, asked).flatMap((part) =>
    needsOf(pack, pack.indicators[part.indicator]!, part.asked),
  )
}

/** A figure from what has been read for it, in memory or in SQL. */
export function figureFrom(
  pack: Pack,
  indicator: Indicator,
  asked: Asked,
  tallyOf: (need: Need) => Tally,
): Figure {
  if (isLeaf(indicator)) return leafFigure(indicator, tallyOf({ leaf: indicator, asked }), asked)
  const parts = partsAsked(indicator, asked).map((part) =>
    figureFrom(pack, pack.indicators[part.indicator]!, part.asked, tallyOf),
  )
  return composedFigure(indicator, parts, asked)
}

/** The figures at the bottom of a figure, each of records of its own; in the order of `needsOf`. */
export function leavesOf(figure: Figure): Figure[] {
  return figure.parts === undefined ? [figure] : figure.parts.flatMap(leavesOf)
}

function leafFigure(leaf: LeafIndicator, tally: Tally, asked: Asked): Figure {
  const value = leafValue(leaf, tally)
  return {
    indicator: leaf.id,
    value,
    unit: leaf.unit,
    shown: value ?? '—',
    source: 'counted',
    ...asked,
  }
}
