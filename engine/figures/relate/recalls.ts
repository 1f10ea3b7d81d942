import type { Figure, Reading } from '../read/figure.ts'
import { objectOf } from '../read/meaning.ts'
import { isCount, isExact, subjectsIn } from './same.ts'

/** A number said again of things that the text has counted before: 收缴的421箱烟花, 674条问题隐患中有…. */
export interface Recall {
  figure: Figure
  /** Earlier figures for the same things, in whatever unit. */
  before: readonly Figure[]
  /** 没收的, 上述: the words say that it is the same lot; without them it may be a part of it. */
  isPointed: boolean
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
      .slice(Math.max(0, figure.index - 150), figure.index)
      .filter((f) => isFirst(reading, f, figure, noun))
    return before.length > 0 ? [{ figure, before, isPointed: pointing.test(leadOf(reading, figure)) }] : []
  })
}

const cutNoun = (text: string) => {
  const end = text.search(nounEnd)
  return end < 0 ? text : text.slice(0, end)
}

const leadOf = (reading: Reading, figure: Figure) =>
  reading.text.slice(Math.max(0, figure.from - 12), figure.from)

/** What the number recalls, or nothing when it states something new. */
function nounOf(reading: Reading, figure: Figure): string | undefined {
  const { text } = reading
  const lead = leadOf(reading, figure)
  const after = text.slice(figure.to, figure.to + 20).replace(/[，。；：、\n（(\d].*$/s, '')
  const end = after.search(nounEnd)
  const noun = cutNoun(after)
  const opens = /[，。；：\n]$/.test(lead) || lead === ''
  if (noun.length >= 1 && pointing.test(lead)) return noun
  if (noun.length >= 2 && opens && end > 0) return noun
  if (/^中(?:有|，)|^的/.test(text.slice(figure.to, figure.to + 2)) && figure.head.length >= 2)
    return figure.head
  return undefined
}

/** Counted before under the same name, by no other organ, for no other period, and nothing narrower. */
function isFirst(reading: Reading, f: Figure, figure: Figure, noun: string): boolean {
  if (f.cell || !isCount(f) || !isExact(f) || f.meaning.past || f.meaning.open || f.to > figure.from - 1)
    return false
  const lead = leadOf(reading, figure)
  if (f.value === figure.value && /上述|以上|前述/.test(lead)) return true
  if (!hasName(f, noun) || (f.value !== figure.value && !isSameVerb(f, lead))) return false
  if (gradesIn(`${f.head}${cutNoun(f.tail)}`) !== gradesIn(`${figure.head}${noun}`)) return false
  const periods = [f.period, figure.period].filter((p) => /季度|月|半年|\d{4}年/.test(p))
  if (periods.length === 2 && periods[0] !== periods[1] && !isWithin(reading, f, figure)) return false
  return isOfSubject(reading, f, figure)
}

const seizing = /没收|收缴|查扣|查获|扣押|罚没/
const finding = /检查|排查|发现|查出|摸排|交办|反馈|移交|通报/

/** 没收的 recalls what was 没收, not what was 检查; 存在问题的43家 are some of the 45 that were checked. */
function isSameVerb(f: Figure, lead: string): boolean {
  const verb = /([\u4e00-\u9fff]{2})的$/.exec(lead)?.[1]
  return (
    verb === undefined ||
    f.head.includes(verb) ||
    [finding, seizing].some((group) => group.test(verb) && group.test(f.head))
  )
}

/** The label ends in the name, or begins like it. */
function hasName(f: Figure, noun: string): boolean {
  const label = `${f.head}${f.tail}`
  const name = objectOf(noun) || noun
  const own = objectOf(label) || label
  if (f.head.length >= 2 && noun.endsWith(f.head.slice(-2))) return true
  return (
    own.length >= 2 &&
    (own.endsWith(name.slice(-2)) ||
      name.startsWith(own) ||
      own.includes(name.slice(0, 3)) ||
      label.includes(noun))
  )
}

const gradesIn = (label: string) =>
  [...new Set(label.match(/重大|一般|较大|突出|[省市区县镇]级|挂牌|[一二三]级|逾期|未/g) ?? [])].join()

/** An organ that the clause names is named beside the first figure as well (由 and 经 only say who deals with it). */
function isOfSubject(reading: Reading, f: Figure, figure: Figure): boolean {
  const from = reading.sentences[f.sentence]?.from ?? f.from
  const clause = reading.text
    .slice(Math.max(0, figure.from - 24), figure.from)
    .replace(/^.*[，。；：\n]/s, '')
  return subjectsIn(clause).every(
    (s) =>
      /^[你我贵该本由经]/.test(s) ||
      /[由经]$/.test(clause.slice(0, clause.indexOf(s))) ||
      reading.text.slice(from, f.to).includes(s.slice(-3)),
  )
}

/** Two sentences of one paragraph speak of one time, though a day stands in one of them. */
const isWithin = (_reading: Reading, a: Figure, b: Figure) =>
  a.paragraph === b.paragraph && b.index - a.index <= 8 && [a.period, b.period].some((p) => /日$/.test(p))
