import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { isMadeOf } from '../relate/arithmetic.ts'
import { isCount, isExact } from '../relate/same.ts'
import { conflictDraft } from './conflict-draft.ts'

/** 三脚架全县配了38套 … 三脚架全县配了41套: a stock told twice in the same words. */
export function sameWords(reading: Reading): Draft[] {
  const seen = new Map<string, Figure>()
  return reading.figures.flatMap((figure) => {
    const key = keyOf(reading, figure)
    if (key === undefined) return []
    const first = seen.get(key)
    if (!first) {
      seen.set(key, figure)
      return []
    }
    if (first.value === figure.value || first.paragraph === figure.paragraph) return []
    const near = reading.figures
      .slice(Math.max(0, figure.index - 12), figure.index)
      .filter((f) => f.unit === figure.unit)
    return isMadeOf(figure.value, near) ? [] : [conflictDraft(reading, first, figure)]
  })
}

const stock =
  /全[区市县镇乡](?:共有?|现有|共?配[了备]|建有|设有|有|纳入|登记)|(?:共有|现有|配[了备]|建有|设有|拥有|编制|辖区内?有)$/

/** The last six characters of its clause, when they tell what there is and not what was done in some time. */
function keyOf(reading: Reading, figure: Figure): string | undefined {
  if (figure.cell || !isCount(figure) || !isExact(figure) || figure.unit === '' || figure.meaning.past)
    return undefined
  if (figure.bracket > 0 || figure.meaning.open || figure.meaning.steps.length > 0) return undefined
  const clause = reading.text
    .slice(Math.max(reading.sentences[figure.sentence]?.from ?? 0, figure.from - 30), figure.from)
    .replace(/^.*[，。；：、]/s, '')
  const words = clause.replace(/[^\u4e00-\u9fff]/g, '').slice(-7)
  if (words.length < 5 || !stock.test(words) || /新|另|其[中他余]|计划|年|月/.test(clause)) return undefined
  const tail = figure.tail.replace(/[^\u4e00-\u9fff].*$/s, '')
  return `${words}|${figure.unit}|${tail}`
}
