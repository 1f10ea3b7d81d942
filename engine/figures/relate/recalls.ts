import type { Figure, Reading } from '../read/figure.ts'
import { objectOf, stepsIn } from '../read/meaning.ts'
import { isCount, isExact, subjectsIn } from './same.ts'

/** How a number said again points back: by a word (上述, 发现的), as the whole (全县58家), or only by its place. */
type Pointer = 'word' | 'whole' | 'place'

/** A number said again of things that the text has counted before: 收缴的421箱烟花, 对全县56家危化企业, 674条问题隐患中有…. */
export interface Recall {
  figure: Figure
  /** Earlier figures for the same things, in whatever unit. */
  before: readonly Figure[]
  pointer: Pointer
}

const pointingWord = /(?:上述|以上|前述|这|这些|该|所列|原有?|此|[\u4e00-\u9fff]{2}(?:出|到|上来)?的)$/
const pointingWhole =
  /(?:全区|全市|全县|全镇|全乡|全街道|全园|辖区|我区|我市|我县|我镇|全部|全体|所有)(?:的)?$/
const opening = /(?:^|[，。；：\n]|目前|现有|[对将把给就为](?:上述|以上)?)$/
const nounEnd =
  /中(?!心|学|小|介|队)|均|全部|都|由|已|还|仍|尚|(?<!安)全|有(?!限)|将|经(?![营济过])|因|被|逐|开展|进行|实行|实施|建立|集中|于|转|移|取得|参加|通过|签订|完成|达到|要(?!求)|在(?!建|册|用|校|岗)/

/** Earlier figures that are looked at. */
const reach = 150

const known = new WeakMap<Reading, Recall[]>()

/** Two checks ask for them: they are found once for a reading. */
export function findRecalls(reading: Reading): Recall[] {
  const before = known.get(reading)
  if (before) return before
  const recalls = recallsOf(reading)
  known.set(reading, recalls)
  return recalls
}

function recallsOf(reading: Reading): Recall[] {
  return reading.figures.flatMap((figure) => {
    if (figure.cell || !isCount(figure) || !isExact(figure) || figure.value < 3 || figure.unit === '')
      return []
    const told = pointerOf(reading, figure)
    if (told === undefined) return []
    const before = reading.figures
      .slice(Math.max(0, figure.index - reach), figure.index)
      .filter((f) => isFirst(reading, f, figure, told.noun))
    return before.length > 0 ? [{ figure, before, pointer: told.pointer }] : []
  })
}

const cutNoun = (text: string) => {
  const end = text.search(nounEnd)
  return end < 0 ? text : text.slice(0, end)
}

const leadOf = (reading: Reading, figure: Figure) =>
  reading.text.slice(Math.max(0, figure.from - 12), figure.from)

/** What the number recalls and how, or nothing when it states something new. */
function pointerOf(reading: Reading, figure: Figure): { noun: string; pointer: Pointer } | undefined {
  const { text } = reading
  const lead = leadOf(reading, figure)
  const after = text.slice(figure.to, figure.to + 20).replace(/[，。；：、\n（(\d].*$/s, '')
  const end = after.search(nounEnd)
  const noun = cutNoun(after).replace(/[“”"]/g, '')
  if (noun.length >= 1 && pointingWord.test(lead)) return { noun, pointer: 'word' }
  if (noun.length >= 2 && pointingWhole.test(lead)) return { noun, pointer: 'whole' }
  if (noun.length >= 2 && opening.test(lead) && end > 0) return { noun, pointer: 'place' }
  if (/^中(?:有|，)|^的/.test(text.slice(figure.to, figure.to + 2)) && figure.head.length >= 2)
    return { noun: figure.head, pointer: 'place' }
  return undefined
}

/** Counted before under the same name, by no other organ, for no other period, and nothing narrower. */
function isFirst(reading: Reading, f: Figure, figure: Figure, noun: string): boolean {
  if (f.cell || !isCount(f) || !isExact(f) || f.meaning.past || f.meaning.open || f.to > figure.from - 1)
    return false
  const lead = leadOf(reading, figure)
  if (f.head.endsWith('的') && figure.head.endsWith('的') && f.head !== figure.head) return false
  if (f.value === figure.value && f.value >= 10 && /上述|以上|前述/.test(lead)) return true
  if (!hasName(f, noun) || (f.value !== figure.value && !isSameVerb(reading, f, lead))) return false
  if (gradesIn(`${f.head}${cutNoun(f.tail)}`) !== gradesIn(`${figure.head}${noun}`)) return false
  const periods = [f.period, figure.period].filter((p) => /季度|月|半年|\d{4}年/.test(p))
  if (periods.length === 2 && periods[0] !== periods[1] && !isWithin(f, figure)) return false
  return isTitle(reading, f) || isOfSubject(reading, f, figure)
}

/** 关于26家企业安全检查情况的通报: a title names no organ, and speaks of the whole. */
const isTitle = (reading: Reading, f: Figure) => {
  const first = reading.paragraphs[0]
  return (
    f.paragraph === 0 && first !== undefined && first.to - first.from < 40 && reading.paragraphs.length > 1
  )
}

const verbs = [
  /没收|收缴|查扣|查获|扣押|罚没|暂扣/,
  /检查|排查|发现|查出|摸排|交办|反馈|移交|通报/,
  /参加|参训|培训|参会|到会|出席/,
  /设置|设立|布设|原设|原有/,
]

/** 没收的 recalls what was 没收, not what was 检查; 存在问题的43家 are some of the 45 that were checked. */
function isSameVerb(reading: Reading, f: Figure, lead: string): boolean {
  const verb = /([\u4e00-\u9fff]{2})(?:出|到|上来)?的$/.exec(lead)?.[1]
  return (
    verb === undefined ||
    (stepsIn(verb).length === 0 && !verbs.some((set) => set.test(verb))) ||
    clauseOf(reading, f).includes(verb) ||
    verbs.some((set) => set.test(verb) && set.test(clauseOf(reading, f)))
  )
}

/** 共反馈问题清单5份、问题136条: one verb holds for the whole list. */
const clauseOf = (reading: Reading, f: Figure) =>
  reading.text.slice(Math.max(0, f.from - 40), f.from).replace(/^.*[，。；：\n]/s, '')

/** The label ends in the name, or begins like it. */
function hasName(f: Figure, noun: string): boolean {
  const label = `${f.head}${f.tail}`.replace(/[“”"]/g, '')
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
const isWithin = (a: Figure, b: Figure) =>
  a.paragraph === b.paragraph && b.index - a.index <= 8 && [a.period, b.period].some((p) => /日$/.test(p))
