import Big from 'big.js'
import type { GivenIndicator, RankIndicator } from '../pack/index.ts'
import type { Asked, Figure } from './figure.ts'

/** The same figure of each of those that are ranked. */
export function rankedAsked(
  { of, tree, axis }: RankIndicator,
  asked: Asked,
  among: readonly string[],
): { indicator: string; asked: Asked }[] {
  return among.map((id) => ({ indicator: of, asked: { ...asked, node: { tree, id, axis } } }))
}

/** The place that another body's table gives: a quotation of the rank itself. */
export function quotedRank({ id, unit, sources }: RankIndicator): GivenIndicator | undefined {
  if (!sources.includes('quoted')) return undefined
  return { id, kind: 'given', unit, sources: ['quoted'], stock: false, alone: true }
}

/**
 * The place of the node that is asked for among its siblings: as worked out here, or as quoted where nothing can be.
 * Both keep the whole table, so that anybody can see who stands where.
 */
export function rankFigure(
  indicator: RankIndicator,
  parts: Figure[],
  asked: Asked,
  quoted: Figure | undefined,
): Figure {
  const places = placesOf(indicator, parts)
  const own = asked.node?.id
  const counted = places[parts.findIndex(({ node }) => node?.id === own && own !== undefined)] ?? null
  const value = counted ?? quoted?.value ?? null
  const { given = [], beside = [] } = quoted ?? {}
  const papers = [...given, ...beside]
  const isQuoted = counted === null && given.length > 0
  const compared = papers.map((paper) => ({
    ...paper,
    counted,
    difference: counted === null ? null : new Big(paper.amount).minus(counted).toFixed(),
  }))
  return {
    indicator: indicator.id,
    value,
    unit: indicator.unit,
    shown: value ?? '—',
    source: isQuoted ? 'quoted' : 'counted',
    ...asked,
    parts,
    places,
    ...(isQuoted ? { given } : {}),
    ...(!isQuoted && compared.length > 0 ? { beside: compared } : {}),
  }
}

/** One more than there are better ones; the same number is the same place, and no number is no place. */
function placesOf({ order }: RankIndicator, parts: readonly Figure[]): (string | null)[] {
  const values = parts.map(({ value }) => (value === null ? null : new Big(value)))
  const isBetter = (one: Big, other: Big) => (order === 'highest' ? one.gt(other) : one.lt(other))
  return values.map((value) => {
    if (value === null) return null
    return String(1 + values.filter((other) => other !== null && isBetter(other, value)).length)
  })
}
