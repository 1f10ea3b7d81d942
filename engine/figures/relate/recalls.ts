import type { Figure, Reading } from '../read/figure.ts'
import { objectOf } from '../read/meaning.ts'
import { isCount, isExact, subjectsIn } from './same.ts'

/** A number said again of things that the text has counted before: 收缴的421箱烟花, 674条问题隐患中有…. */
export interface Recall {
  figure: Figure
  /** Earlier figures for the same things, in whatever unit. */
  before: readonly Figure[]
}

const pointing = /(?:上述|以上|前述|这些|该|[\u4e00-\u9fff]{2}的)$/
const nounEnd = /中(?!心|学|小|介|队)|均|全部|都|由|已|还|仍|尚|全|有|将|经|因|被|于|在(?!建|册|用|校|岗)/

export function findRecalls(reading: Reading): Recall[] {
  return reading.figures.flatMap((figure) => {
    if (figure.cell || !isCount(figure) || !isExact(figure) || figure.value < 10 || figure.unit === '')
      return []
    const noun = nounOf(reading, figure)
    if (noun === undefined) return []
    const before = reading.figures
      .slice(Math.max(0, figure.index - 80), figure.index)
      .filter((f) => isFirst(reading, f, figure, noun))
    return before.length > 0 ? [{ figure, before }] : []
  })
}

/** What the number recalls, or nothing when it states something new. */
function nounOf(reading: Reading, figure: Figure): string | undefined {
  const { text } = reading
  const lead = text.slice(Math.max(0, figure.from - 12), figure.from)
  const after = text.slice(figure.to, figure.to + 20).replace(/[，。；：、\n（(\d].*$/s, '')
  const end = after.search(nounEnd)
  const noun = end < 0 ? after : after.slice(0, end)
  const opens = /[，。；：\n]$/.test(lead) || lead === ''
  if (noun.length >= 2 && (pointing.test(lead) || (opens && end > 0))) return noun
  if (/^中(?:有|，)|^的/.test(text.slice(figure.to, figure.to + 2)) && figure.head.length >= 2)
    return figure.head
  return undefined
}

/** Counted before under the same name, by no other organ, for no other period, and nothing narrower. */
function isFirst(reading: Reading, f: Figure, figure: Figure, noun: string): boolean {
  if (f.cell || !isCount(f) || !isExact(f) || f.meaning.past || f.meaning.open || f.to > figure.from - 2)
    return false
  const label = `${f.head}${f.tail}`
  const name = objectOf(noun) || noun
  const own = objectOf(label) || label
  if (
    own.length < 2 ||
    !(own.endsWith(name.slice(-2)) || own.includes(name.slice(0, 3)) || label.includes(noun))
  )
    return false
  if (f.meaning.narrow.join() !== figure.meaning.narrow.join()) return false
  const periods = [f.period, figure.period].filter((p) => /季度|月|半年|\d{4}年/.test(p))
  if (periods.length === 2 && periods[0] !== periods[1] && !isWithin(reading, f, figure)) return false
  const from = reading.sentences[f.sentence]?.from ?? f.from
  const clause = reading.text
    .slice(Math.max(0, figure.from - 24), figure.from)
    .replace(/^.*[，。；：\n]/s, '')
  return subjectsIn(clause).every(
    (s) => /^[你我贵该本]/.test(s) || reading.text.slice(from, f.to + 12).includes(s.slice(-3)),
  )
}

/** Two sentences of one paragraph speak of one time, though a day stands in one of them. */
const isWithin = (_reading: Reading, a: Figure, b: Figure) =>
  a.paragraph === b.paragraph && b.index - a.index <= 8 && [a.period, b.period].some((p) => /日$/.test(p))
