import type { Draft, VocabularyEntry } from '../finding.ts'
import type { Reading, Span } from '../read/figure.ts'
import { datePartAfter, nameSlots } from '../words/masks.ts'
import { measures } from '../words/measures.ts'

/** Places left open, each a figure, a name or a part of a date, with what would fill it. */
export function checkGap(reading: Reading, vocabulary: readonly VocabularyEntry[]): Draft[] {
  return reading.masks.map((mask) => gapDraft(reading, mask, vocabulary))
}

function gapDraft(reading: Reading, mask: Span, vocabulary: readonly VocabularyEntry[]): Draft {
  const before = reading.text.slice(Math.max(0, mask.from - 40), mask.from)
  const after = reading.text.slice(mask.to, mask.to + 24)
  const base = { kind: 'gap' as const, from: mask.from, to: mask.to, right: null }
  const word = reading.text.slice(mask.from, mask.to)
  if (isMeasure(word)) return emptyDraft(base, word, vocabulary, before, after)
  const part = datePart(before, after)
  if (part)
    return {
      ...base,
      slot: `date.${part}`,
      zh: `此处缺日期（${after[0]}）`,
      en: `a part of a date is missing (${after[0]})`,
    }
  const unit = unitAfter(after)
  if (unit !== undefined) {
    const entry = bestEntry(vocabulary, 'indicator', before, after, unit)
    return {
      ...base,
      indicator: entry?.id ?? 'figure',
      zh: `此处缺数字${unit ? `（单位：${unit}）` : ''}${entry ? `，应填“${entry.words[0]}”` : ''}`,
      en: `a figure is missing${unit ? ` (unit ${unit})` : ''}${entry ? `: ${entry.id}` : ''}`,
    }
  }
  const slot = nameSlots.find(
    ([, b, a]) => b.some((w) => before.endsWith(w)) || a.some((w) => after.startsWith(w)),
  )?.[0]
  const entry = bestEntry(vocabulary, 'slot', before, after, '')
  return {
    ...base,
    slot: entry?.id ?? slot ?? 'name',
    zh: `此处缺名称${entry ? `（${entry.words[0]}）` : ''}`,
    en: `a name is missing${entry ? `: ${entry.id}` : ''}`,
  }
}

const isMeasure = (word: string) => '年月日'.includes(word) || word === '万元' || measures.includes(word)

/** 终端个: the measure word stands, its number does not. */
function emptyDraft(
  base: Pick<Draft, 'kind' | 'from' | 'to' | 'right'>,
  unit: string,
  vocabulary: readonly VocabularyEntry[],
  before: string,
  after: string,
): Draft {
  const part = { 年: 'year', 月: 'month', 日: 'day' }[unit]
  if (part !== undefined)
    return {
      ...base,
      slot: `date.${part}`,
      zh: `此处缺日期（${unit}）`,
      en: `a part of a date is missing (${unit})`,
    }
  const entry = bestEntry(vocabulary, 'indicator', before, after, unit)
  return {
    ...base,
    indicator: entry?.id ?? 'figure',
    zh: `“${unit}”前缺数字${entry ? `，应填“${entry.words[0]}”` : ''}`,
    en: `a figure is missing before ${unit}${entry ? `: ${entry.id}` : ''}`,
  }
}

function datePart(before: string, after: string): string | undefined {
  if (!datePartAfter.includes(after[0] ?? '\n')) return undefined
  const names = { 年: 'year', 月: 'month', 日: 'day', 时: 'hour' } as const
  const sign = after[0] as keyof typeof names
  if (sign === '年' && !/^年(?:\s|[\dX×*＊_月度底初]|$)/.test(after))
    return /^年[，。；、以]/.test(after) ? 'year' : undefined
  if (sign === '时' && /^时[间候]/.test(after)) return undefined
  return /累计$/.test(before) && sign === '日' ? undefined : names[sign]
}

/** Unit of a missing figure: '' when only 余/多/万 follows, undefined when no figure belongs here. */
function unitAfter(after: string): string | undefined {
  const rest = after.replace(/^ ?/, '')
  const loose = /^(?:[余多几来]|[十百千万亿]){1,3}/.exec(rest)?.[0] ?? ''
  const at = rest.slice(loose.length).replace(/^[（(]/, '')
  const unit = measures.find((m) => at.startsWith(m))
  if (unit === undefined) return loose !== '' ? '' : undefined
  return loose === '' && !isUnitHere(unit, at.slice(unit.length)) ? undefined : unit
}

/** *区以高度的…, *镇中心小学, *市场群 begin with a place, not with a measure word. */
function isUnitHere(unit: string, next: string): boolean {
  if ('镇乡村部门口点方成级类层节口面'.includes(unit)) return next === '' || /^[，。；、）)\s]/.test(next)
  if (unit === '所') return !/^属|^有|^在/.test(next)
  if (unit === '支') return !/^队/.test(next)
  if (unit === '组') return !/^长|^织/.test(next)
  if (unit === '班') return !/^子/.test(next)
  return true
}

/** The entry of the right kind whose words stand nearest to the gap. */
function bestEntry(
  vocabulary: readonly VocabularyEntry[],
  kind: VocabularyEntry['kind'],
  before: string,
  after: string,
  unit: string,
): VocabularyEntry | undefined {
  const clause = before.replace(/^.*[。；\n]/s, '')
  let best: VocabularyEntry | undefined
  let top = 0
  for (const entry of vocabulary) {
    if (entry.kind !== kind || (entry.unit !== undefined && unit !== '' && entry.unit !== unit)) continue
    const score =
      Math.max(...entry.words.map((word) => scoreOf(word, clause, after)), 0) +
      (entry.unit === unit && unit !== '' ? 1 : 0)
    if (score > top && score > 1) [best, top] = [entry, score]
  }
  return best
}

function scoreOf(word: string, before: string, after: string): number {
  const at = before.lastIndexOf(word)
  if (
    after
      .replace(/[，。；、：].*$/s, '')
      .slice(0, 10)
      .includes(word)
  )
    return 8 + word.length
  return at < 0 ? 0 : 2 + word.length + Math.max(0, 12 - (before.length - at - word.length)) / 2
}
