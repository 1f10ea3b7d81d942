import type { Figure } from '@anzhi/engine/indicator'
import { findIndicator, type Language, type Pack, wordOf } from '@anzhi/engine/pack'
import { sayIn } from '../words/index.ts'

/** One sentence of a footing, and whether what the records come to is what the figure says. */
export interface FootingLine {
  text: string
  agrees: boolean
}

/**
 * What proves a figure, in words: its records, added up anew or told apart anew, come to the same. A rate
 * has a line for each of its parts. `totals` are what the records come to, as the server read them.
 */
export function footingLines(
  pack: Pack,
  language: Language,
  figure: Figure,
  totals: readonly string[],
): FootingLine[] {
  const leaves = figure.parts ?? [figure]
  return leaves.flatMap((leaf, index) => {
    const total = totals[index]
    if (total === undefined) return []
    const agrees = Number(total) === Number(leaf.value) && leaf.value !== null
    const kind = findIndicator(pack, leaf.indicator)?.kind === 'distinct' ? 'distinct' : 'sum'
    const name = figure.parts === undefined ? '' : wordOf(pack, language, `indicator.${leaf.indicator}`)
    const values = { total, name: name === '' ? '' : language === 'zh' ? `「${name}」` : `${name}: ` }
    return [{ text: sayIn(language)(`footing.${kind}.${agrees ? 'agrees' : 'differs'}`, values), agrees }]
  })
}
