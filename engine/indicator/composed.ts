import Big from 'big.js'
import { earlierDays } from '../calendar/index.ts'
import type {
  ChangeIndicator,
  ComposedIndicator,
  RankIndicator,
  RatioIndicator,
  TargetIndicator,
} from '../pack/index.ts'
import type { Around, Asked, Figure } from './figure.ts'
import { quotient } from './rounding.ts'

/** What is made of a fixed number of figures. */
type Composed = Exclude<ComposedIndicator, RankIndicator>

/** The figures that a figure is made of, and the days that each is asked for. */
export function partsAsked(indicator: Composed, asked: Asked): { indicator: string; asked: Asked }[] {
  if (indicator.kind === 'ratio') return indicator.parts.map((part) => ({ indicator: part, asked }))
  const now = { indicator: indicator.of, asked }
  if (indicator.kind === 'target') return [now]
  return [now, { ...now, asked: { ...asked, ...earlierDays(asked, indicator.against) } }]
}

/** A figure from those that it is made of; what has no value has no figure, and prints —. */
export function composedFigure(
  indicator: Composed,
  parts: Figure[],
  asked: Asked,
  around: Pick<Around, 'goal'>,
): Figure {
  const goal = indicator.kind === 'target' ? (indicator.goal ?? around.goal(indicator, asked)) : null
  const value = valueFrom(indicator, parts, goal)
  return {
    indicator: indicator.id,
    value,
    unit: indicator.unit,
    shown: value ?? '—',
    source: sourceOf(parts),
    ...asked,
    parts,
    ...(goal === null ? {} : { goal }),
  }
}

function sourceOf(parts: readonly Figure[]): Figure['source'] {
  const sources = new Set(parts.map(({ source }) => source))
  return sources.size === 1 ? parts[0]!.source : 'mixed'
}

function valueFrom(indicator: Composed, parts: Figure[], goal: string | null): string | null {
  const [first, second] = parts.map(({ value }) => (value === null ? null : new Big(value)))
  if (first == null) return null
  if (indicator.kind === 'target') return goal === null ? null : share(indicator, first, new Big(goal))
  if (second == null) return null
  return indicator.kind === 'ratio' ? share(indicator, first, second) : changed(indicator, first, second)
}

/** Exact, and rounded half up at the printed decimals; there is no share of nothing. */
function share({ unit, decimals }: RatioIndicator | TargetIndicator, part: Big, whole: Big): string | null {
  return whole.eq(0) ? null : quotient(part.times(unit === '%' ? 100 : 1000), whole, decimals)
}

/** What is printed is compared with what was printed, so that a reader can work it out again. */
function changed({ as, decimals }: ChangeIndicator, now: Big, then: Big): string | null {
  const difference = now.minus(then)
  if (as !== '%') return quotient(difference, new Big(1), decimals)
  return then.eq(0) ? null : quotient(difference.times(100), then.abs(), decimals)
}
