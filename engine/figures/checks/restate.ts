import type { Draft } from '../finding.ts'
import type { Reading } from '../read/figure.ts'
import { isMadeOf, isSlipOf } from '../relate/arithmetic.ts'
import type { Fact } from '../relate/facts.ts'
import { isCount, isExact } from '../relate/same.ts'
import { conflictDraft } from './conflict-draft.ts'

const summary =
  /^(?:[（(]?[一二三四五六七八九十\d]{0,3}[）)、.]?)?(?:综上|总的来[看说]|总之|总体|综合来看|汇总|归纳|概括|以上)/

/**
 * 综上，两个月来共检查单位2217家，临时查封37家: a sentence that sums up, or that prints again what another sentence
 * has printed, says the rest of that sentence again as well.
 */
export function restated(reading: Reading, facts: readonly Fact[]): Draft[] {
  const seen = new Map<string, Fact[]>()
  const drafts: Draft[] = []
  for (const own of bySentence(facts)) {
    const usable = own.filter((fact) => isTold(fact))
    const sentence = reading.sentences[own[0]!.figure.sentence]!
    const sums = summary.test(reading.text.slice(sentence.from, sentence.from + 12).trim())
    const anchors = usable.flatMap((fact) =>
      (seen.get(labelOf(fact)) ?? []).filter((f) => f.figure.value === fact.figure.value).map(sentenceOf),
    )
    for (const fact of usable) {
      const before = seen.get(labelOf(fact)) ?? []
      const first = before.find((f) => isAnother(reading, f, fact, sums ? undefined : anchors))
      if (first && before.every((f) => f.figure.value === first.figure.value) && !isMade(reading, fact))
        drafts.push(conflictDraft(reading, first.figure, fact.figure))
    }
    for (const fact of usable) seen.set(labelOf(fact), [...(seen.get(labelOf(fact)) ?? []).slice(-6), fact])
  }
  return drafts
}

function bySentence(facts: readonly Fact[]): Fact[][] {
  const groups: Fact[][] = []
  for (const fact of facts) {
    if (groups.at(-1)?.[0]?.figure.sentence === fact.figure.sentence) groups.at(-1)!.push(fact)
    else groups.push([fact])
  }
  return groups
}

const sentenceOf = (fact: Fact) => fact.figure.sentence
const labelOf = (fact: Fact) => `${fact.step}|${fact.object}|${fact.figure.unit}`

const isTold = (fact: Fact) =>
  isCount(fact.figure) &&
  isExact(fact.figure) &&
  !fact.isPart &&
  !fact.figure.meaning.open &&
  fact.figure.unit !== '' &&
  fact.figure.value >= 3 &&
  (fact.object.length >= 2 || fact.step !== '')

/** With a summing word a slip of the pen is enough; without one the two sentences share another number. */
function isAnother(reading: Reading, a: Fact, b: Fact, anchors: readonly number[] | undefined): boolean {
  if (a.figure.value === b.figure.value || a.figure.paragraph === b.figure.paragraph) return false
  if (a.subject !== b.subject && b.subject !== '') return false
  if (anchors === undefined) return isSlipOf(a.figure.value, b.figure.value)
  return (
    anchors.includes(a.figure.sentence) &&
    (a.period === b.period || b.period === '') &&
    reading.text.length > 0
  )
}

const isMade = (reading: Reading, fact: Fact) =>
  isMadeOf(
    fact.figure.value,
    reading.figures
      .slice(Math.max(0, fact.figure.index - 24), fact.figure.index)
      .filter((f) => f.unit === fact.figure.unit),
  )
