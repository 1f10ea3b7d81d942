import type { Day, Period } from '../calendar/index.ts'
import {
  type BasicIndicator,
  type ComposedIndicator,
  type Indicator,
  isBasic,
  type Pack,
  type RankIndicator,
  type Source,
  type TargetIndicator,
} from '../pack/index.ts'
import type { Node } from './along.ts'
import { composedFigure, partsAsked } from './composed.ts'
import { quotedRank, rankedAsked, rankFigure } from './rank.ts'
import { type Beside, type Given, type Reading, resolve } from './resolve.ts'

/** A figure: its value, exact and as text (null when there is none), and all that explains it. */
export interface Figure extends Asked {
  indicator: string
  value: string | null
  unit: string
  /** As it is printed, without the unit. */
  shown: string
  /** Where it comes from: records that Anzhi holds, what organs state, what another body says, or several of these. */
  source: Source | 'mixed'
  /** What it is made of: a rate's part and whole, a change's now and then, what has been reached of a goal. */
  parts?: Figure[]
  /** Of how much a share has been reached. */
  goal?: string
  /** Of a rank: the place of each part; null where it has no number. */
  places?: (string | null)[]
  /** The statements or the quotation that it is made of, beside the records. */
  given?: Given[]
  /** The papers that speak of the same and do not count. */
  beside?: Beside[]
}

export interface Asked {
  period: Period
  asOf: Day
  /** Only of one organ, or of one division; all of them unless said. */
  node?: Node
  /** Only what belongs to a campaign, or to a part of its plan, from the day on which it came to. */
  scope?: string
}

/** What the listed records of a figure, or of one that it is made of, come to: what proves it. */
export interface Footing extends Asked {
  indicator: string
  records: number
  total: string | null
}

/** One reading that a figure needs, over days that may not be the figure's own. */
export interface Need {
  indicator: BasicIndicator
  asked: Asked
}

/** What a figure looks up beside what it reads. */
export interface Around {
  /** Those that a rank compares, the one that is asked for among them. */
  among: (indicator: RankIndicator, asked: Asked) => readonly string[]
  /** What the plan of the campaign says that a figure is to come to; null where it says nothing. */
  goal: (indicator: TargetIndicator, asked: Asked) => string | null
}

/** Everything that has to be read before a figure can be told. */
export function needsOf(pack: Pack, indicator: Indicator, asked: Asked, around: Around): Need[] {
  if (isBasic(indicator)) return [{ indicator, asked }]
  const quoted = indicator.kind === 'rank' ? quotedRank(indicator) : undefined
  const parts = askedBy(indicator, asked, around).flatMap((part) =>
    needsOf(pack, pack.indicators[part.indicator]!, part.asked, around),
  )
  return quoted === undefined ? parts : [...parts, { indicator: quoted, asked }]
}

function askedBy(indicator: ComposedIndicator, asked: Asked, around: Around) {
  return indicator.kind === 'rank'
    ? rankedAsked(indicator, asked, around.among(indicator, asked))
    : partsAsked(indicator, asked)
}

/** A figure from what has been read for it, in memory or in SQL. */
export function figureFrom(
  pack: Pack,
  indicator: Indicator,
  asked: Asked,
  around: Around,
  readingOf: (need: Need) => Reading,
): Figure {
  if (isBasic(indicator)) return basicFigure(indicator, readingOf({ indicator, asked }), asked)
  const parts = askedBy(indicator, asked, around).map((part) =>
    figureFrom(pack, pack.indicators[part.indicator]!, part.asked, around, readingOf),
  )
  if (indicator.kind !== 'rank') return composedFigure(indicator, parts, asked, around)
  const quoted = quotedRank(indicator)
  const quotation = quoted && basicFigure(quoted, readingOf({ indicator: quoted, asked }), asked)
  return rankFigure(indicator, parts, asked, quotation)
}

/** The figures at the bottom of a figure, each read by itself; in the order of `needsOf`. */
export function leavesOf(figure: Figure): Figure[] {
  return figure.parts === undefined ? [figure] : figure.parts.flatMap(leavesOf)
}

function basicFigure(indicator: BasicIndicator, reading: Reading, asked: Asked): Figure {
  const { value, source, given, beside } = resolve(indicator, asked, reading)
  return {
    indicator: indicator.id,
    value,
    unit: indicator.unit,
    shown: value ?? '—',
    source,
    ...asked,
    ...(given.length === 0 ? {} : { given }),
    ...(beside.length === 0 ? {} : { beside }),
  }
}
