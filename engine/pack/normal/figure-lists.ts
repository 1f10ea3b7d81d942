import type { IndicatorSpec, PackSource } from '../notation/index.ts'
import { unitOf } from './indicator.ts'

type Indicators = Record<string, IndicatorSpec>

const lists = {
  stated: { indicators: 'statedIndicator', units: 'statedUnit' },
  quoted: { indicators: 'quotedIndicator', units: 'quotedUnit' },
} as const

/** The lists by which indicators are named where they are stated and quoted. */
export const indicatorLists = Object.values(lists).map(({ indicators }) => indicators)

/** The option lists that are made of the indicators: which may be stated, which quoted, and in which units. */
export function figureLists(indicators: Indicators): Record<string, string[]> {
  return Object.fromEntries(
    (['stated', 'quoted'] as const).flatMap((source) => {
      const ids = Object.keys(indicators).filter((id) => sourcesOf(indicators[id]!).includes(source))
      const units = ids.map((id) => unitOf(indicators[id]!, indicators))
      return [
        [lists[source].indicators, ids],
        [lists[source].units, [...new Set(units)]],
      ]
    }),
  )
}

/** Their words: those of the indicators and units themselves. */
export function figureListWords(
  found: Record<string, string[]>,
  words: PackSource['words']['zh'],
): Record<string, string> {
  const copied = (list: string, prefix: 'indicator' | 'unit') =>
    (found[list] ?? []).flatMap((id) => {
      const word = words[`${prefix}.${id}`]
      return word === undefined ? [] : [[`option.${list}.${id}`, word]]
    })
  const all = Object.values(lists).flatMap(({ indicators, units }) => [
    ...copied(indicators, 'indicator'),
    ...copied(units, 'unit'),
  ])
  return Object.fromEntries(all)
}

/** The source classes that an indicator takes; counted unless it says otherwise. */
function sourcesOf(spec: IndicatorSpec): readonly string[] {
  return ('sources' in spec ? spec.sources : undefined) ?? ['counted']
}
