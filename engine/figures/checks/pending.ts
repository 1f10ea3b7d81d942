import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { show } from '../relate/arithmetic.ts'
import { isCount, isExact, subjectsIn } from '../relate/same.ts'
import { isNamedIn, nameRuns } from '../relate/words-of.ts'
import { narrowers } from '../words/flows.ts'
import { otherClaim } from './left-open.ts'
import { isFuture } from './none.ts'

const doneClaim =
  /(?:全部|均已|都已|皆已|悉数|全数|全都|已全|无一遗漏|一个不落|百分之百|100%)[\u4e00-\u9fff]{0,10}(?:整改|完成|销号|清零|办结|到位|治理|闭环|拆除|消除|解决|取缔|关闭|结案|化解|修复|更换|合格)[\u4e00-\u9fff]{0,4}|(?:动态|全部|实现|已)?清零(?:了)?/g

/** What is still open at the text's own time, and the words it stands among. */
interface Pending {
  figure: Figure
  /** The stretch between semicolons up to it, and the end of its sentence. */
  context: string
  sentence: number
}

/** 剩余3处12月底前完成 … 目前已全部整改到位: a claim after a remainder of the same things that is still to be done. */
export function checkPending(reading: Reading): Draft[] {
  const open = reading.figures.flatMap((figure) => pendingOf(reading, figure))
  if (open.length === 0) return []
  return reading.sentences.flatMap((sentence, index) => {
    if (sentence.paragraph < 0 || sentence.to - sentence.from > 2000) return []
    const text = reading.text.slice(sentence.from, sentence.to)
    return [...text.matchAll(doneClaim)].flatMap((found) => {
      const at = sentence.from + found.index
      const lead = text.slice(0, found.index).replace(/^.*[，。；：、]/s, '')
      const after = text.slice(found.index + found[0].length)
      if (!isClaim(lead, found[0], after)) return []
      const left = nearBefore(open, at).find((p) =>
        isContradicted(reading, p, { at, index, lead, words: found[0] }),
      )
      return left ? [draft(at, found[0], left.figure, reading)] : []
    })
  })
}

/** The last dozen that stand before a place; they are in order. */
function nearBefore(open: readonly Pending[], at: number): readonly Pending[] {
  let [low, high] = [0, open.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (open[middle]!.figure.from < at) low = middle + 1
    else high = middle
  }
  return open.slice(Math.max(0, low - 12), low)
}

function isClaim(lead: string, words: string, after: string): boolean {
  const said = `${lead}${words}`
  if (isFuture(said) || otherClaim.test(said) || /后$|^的[\u4e00-\u9fff]/.test(words + after.slice(0, 2)))
    return false
  if (/剩余|其余|余下|(?<![消清拆解排])除|另|基本|大部分|到期|应|按期|按时|可|能|是否|未|不|尚|仍/.test(said))
    return false
  return !/^(?:的|情况|要求|目标|后|前)/.test(after)
}

const stillOpen =
  /正在|尚|仍|待|需|计划|列入|预计|将|限期|前(?:完成|整改|办结|销号|改造|更换|拆除|全部)|因|由于|未|推进/
const isClosed =
  /已(?!列入|制定|落实|约谈|下达|移交|纳入|明确|报|书面|采取|督促|责令|挂牌|申请)|均(?:在|按)?(?:月底|当日|次日)[^，。]{0,6}(?:完成|整改)/

function pendingOf(reading: Reading, figure: Figure): Pending[] {
  if (!figure.meaning.open || !isCount(figure) || !isExact(figure) || figure.cell || figure.value === 0)
    return []
  if (figure.meaning.past || figure.unit === '' || figure.bracket > 0) return []
  const sentence = reading.sentences[figure.sentence]!
  const rest = reading.text
    .slice(figure.to, sentence.to)
    .split(/[；。]/)[0]!
    .slice(0, 60)
  const own = rest.split(/[，]/).slice(0, 2).join('，')
  if (isClosed.test(own) || !(stillOpen.test(figure.head) || stillOpen.test(own))) return []
  const before = reading.text.slice(Math.max(sentence.from, figure.from - 120), figure.from)
  const context = `${before.slice(before.lastIndexOf('；') + 1)}${own}`
  return [{ figure, context, sentence: figure.sentence }]
}

interface Claim {
  at: number
  index: number
  lead: string
  words: string
}

function isContradicted(reading: Reading, pending: Pending, { at, index, lead, words }: Claim): boolean {
  const { figure, context } = pending
  const distance = index - pending.sentence
  if (at < figure.to || distance > 12 || at - figure.to > 600) return false
  const claim = `${lead}${words}`
  const runs = nameRuns(lead.replace(/第?[一二三四]季度|上半年|\d+|[月日]/g, '|'))
  const isSamePlace = figure.paragraph === reading.sentences[index]!.paragraph
  if (runs.length === 0 && !(isSamePlace && distance <= 1 && isNext(reading, figure, at))) return false
  if (narrowers.some((w) => claim.includes(w) && !context.includes(w))) return false
  if (/\d/.test(lead) && !new RegExp(`(?<!\\d)${figure.value}(?!\\d)|第`).test(lead) && runs.length === 0)
    return false
  if (new RegExp(`(?<!\\d)${figure.value}[处家个项条件起]`).test(lead)) return false
  const names = subjectsIn(lead)
  const turned = subjectsIn(reading.text.slice(figure.to, at - lead.length))
  if (turned.length > 0 && !names.some((n) => context.includes(n.slice(-3))) && runs.length === 0)
    return false
  if (isLater(reading, figure, at)) return false
  const first = reading.sentences[pending.sentence - 1]
  const wide =
    first && first.paragraph === figure.paragraph ? reading.text.slice(first.from, first.to).slice(-120) : ''
  return (
    isNamedIn(
      runs,
      `${wide}${reading.text.slice(reading.sentences[pending.sentence]!.from, figure.from).slice(-160)}${context}`,
    ) && isNamedIn(runs, context + (names.length === 0 && runs.length > 0 ? wide : ''))
  )
}

/** No count of other things stands between. */
const isNext = (reading: Reading, figure: Figure, at: number) => {
  const next = reading.figures[figure.index + 1]
  return !next || next.from > at || next.paragraph !== figure.paragraph
}

/** 截至12月31日, 至11月底: the claim is for a later day than the remainder. */
const isLater = (reading: Reading, figure: Figure, at: number) =>
  /(?:截至|截止|至|到|于)(?:\d{1,2}月|昨|今|年底|月底)|\d{1,2}月\d{1,2}日|[月旬]底|随后|之后|经[复督]/.test(
    reading.text.slice(Math.max(figure.to, at - 40), at).replace(/^.*[。；]/s, ''),
  )

function draft(at: number, words: string, open: Figure, reading: Reading): Draft {
  const quote = `${open.head.slice(-8)}${reading.text.slice(open.from, open.to)}`
  return {
    kind: 'claim',
    from: at,
    to: at + words.length,
    right: null,
    zh: `“${words}”与前文“${quote}”不符，还有${show(open)}未完成`,
    en: `“${words}” against “${quote}”, still open`,
  }
}
