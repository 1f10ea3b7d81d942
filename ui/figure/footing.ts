import { type Figure, type Footing, leavesOf } from '@anzhi/engine/indicator'
import { findIndicator, type Language, type Pack, wordOf } from '@anzhi/engine/pack'
import { dayInWords, sayIn } from '../words/index.ts'

/** One sentence of a footing, and whether what the records come to is what the figure says. */
export interface FootingLine {
  text: string
  agrees: boolean
}

/**
 * What proves a figure, in words: its listed records, added up or told apart anew, come to the same. A figure
 * made of others has a line for each of them, in the order in which the server read them.
 */
export function footingLines(
  pack: Pack,
  language: Language,
  figure: Figure,
  footings: readonly Footing[],
): FootingLine[] {
  const leaves = leavesOf(figure)
  if (figure.places !== undefined) return tableLine(language, leaves, footings)
  return footings.flatMap((footing, index) => {
    const leaf = leaves[index]
    if (leaf === undefined) return []
    const agrees = isSame(leaf.value, footing.total)
    const name = figure.parts === undefined ? '' : nameOf(pack, language, figure, leaf)
    const values = { total: footing.total ?? '—', records: footing.records, name }
    const kind = kindOf(pack, leaf)
    return [{ text: sayIn(language)(`footing.${kind}.${agrees ? 'agrees' : 'differs'}`, values), agrees }]
  })
}

/** Of a table one sentence for all of its numbers. */
function tableLine(
  language: Language,
  leaves: readonly Figure[],
  footings: readonly Footing[],
): FootingLine[] {
  if (leaves.length === 0) return []
  const wrong = leaves.filter(({ value }, index) => !isSame(value, footings[index]?.total ?? null))
  const agrees = wrong.length === 0
  const values = { n: leaves.length, wrong: wrong.length }
  return [{ text: sayIn(language)(`footing.table.${agrees ? 'agrees' : 'differs'}`, values), agrees }]
}

function isSame(value: string | null, total: string | null): boolean {
  return value === null || total === null ? value === total : Number(value) === Number(total)
}

function kindOf(pack: Pack, { indicator, given }: Figure): 'distinct' | 'mean' | 'sum' | 'given' {
  if (given !== undefined) return 'given'
  const kind = findIndicator(pack, indicator)?.kind
  return kind === 'distinct' || kind === 'mean' ? kind : 'sum'
}

/** A part by its name, and where it speaks of other days than the whole, by those too. */
function nameOf(pack: Pack, language: Language, figure: Figure, leaf: Figure): string {
  const name = wordOf(pack, language, `indicator.${leaf.indicator}`)
  const isEarlier = leaf.asOf !== figure.asOf || leaf.period.from !== figure.period.from
  const days = isEarlier ? daysOf(pack, language, leaf) : ''
  return language === 'zh' ? `「${name}」${days}` : `${name}${days}: `
}

function daysOf(pack: Pack, language: Language, { indicator, period, asOf }: Figure): string {
  const found = findIndicator(pack, indicator)
  const day = (written: string) => dayInWords(language, written)
  const isStock = found !== undefined && 'on' in found && found.on === null
  const say = sayIn(language)
  const days = isStock ? day(asOf) : say('period.words', { from: day(period.from), to: day(period.to) })
  return language === 'zh' ? `（${days}）` : ` (${days})`
}
