import type { Draft } from '../finding.ts'
import type { Reading } from '../read/figure.ts'
import { isSameMonths, type Months, monthsIn } from '../relate/months.ts'
import { future } from '../words/relations.ts'

/** A period that is not the report's own: another than the title names, later than the day it ends on, or of another length than it is compared with. */
export function checkReportPeriod(reading: Reading): Draft[] {
  const title = titleOf(reading)
  const own = title && titleMonths(title.line)
  const drafts = own ? [...againstTitle(reading, own, title.from)] : []
  return [...drafts, ...pastTheEnd(reading, own), ...otherBase(reading)]
}

const draft = (from: number, quote: string, zh: string, en: string): Draft => ({
  kind: 'scope',
  from,
  to: from + quote.length,
  right: null,
  zh,
  en,
})

interface Line {
  from: number
  line: string
}

/** The first printed lines: a title may be as long as a wrapped line. */
function linesOf({ text }: Reading): Line[] {
  const lines: Line[] = []
  for (let from = 0; from < text.length && lines.length < 8; ) {
    const end = text.indexOf('\n', from)
    const to = end < 0 ? text.length : end
    if (text.slice(from, to).trim() !== '') lines.push({ from, line: text.slice(from, to) })
    from = to + 1
  }
  return lines
}

/** A sentence, or a paper about what shall be. */
const notReport = /[。；！]|会议|通知|方案|计划|部署|要点|邀请|预告|培训班/

/** The first line, when it is the title of a report. */
function titleOf(reading: Reading): Line | undefined {
  const [title, next] = linesOf(reading)
  if (!title || !next || title.line.length > 60 || notReport.test(title.line)) return undefined
  return title
}

/** The one period of a title; 及四季度工作安排 is a plan. */
function titleMonths(line: string): Months | undefined {
  const all = monthsIn(line).filter(
    (m) => !/^工?作?(?:重点)?(?:计划|安排|打算|思路|部署)/.test(line.slice(m.to)),
  )
  return all.length === 1 ? all[0] : undefined
}

/** What a paragraph of the body opens with, when it states counts of that time. */
function openingMonths({ line }: Line): Months | undefined {
  const lead = line.slice(0, 24)
  const first = monthsIn(lead)[0]
  if (
    !first ||
    !/^[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．])?(?:20\d\d年)?$/.test(
      line.slice(0, first.from),
    )
  )
    return undefined
  const sentence = line.slice(first.to).split('。')[0]!
  if (/[比较与至由从自]$|同期|去年|上年|截至/.test(line.slice(0, first.from)) || isAhead(sentence))
    return undefined
  return first
}

const isAhead = (text: string) =>
  future.slice(0, 12).some((w) => text.includes(w)) || /计划|拟|安排/.test(text.slice(0, 16))

/** A title says 上半年 and the body 前三季度, 1—9月; or the title 9月份 and the body 8月份. */
function againstTitle(reading: Reading, own: Months, from: number): Draft[] {
  const body = linesOf(reading).slice(1, 6)
  const told = body.flatMap((line) => {
    const months = openingMonths(line)
    return months ? [{ ...months, from: months.from + line.from }] : []
  })[0]
  if (!told || !isAtOdds(own, told)) return []
  const rest = monthsIn(reading.text).filter((m) => m.from > from + own.to)
  if (rest.some((m) => isSameMonths(m, own) || (m.first === 1 && m.last === own.last))) return []
  const isTitleWrong = rest.filter((m) => m.from !== told.from && m.last === told.last).length > 0
  const [at, words, other] = isTitleWrong
    ? [from + own.from, own.words, told.words]
    : [told.from, told.words, own.words]
  return [
    draft(
      at,
      words,
      isTitleWrong
        ? `标题为“${words}”，正文为“${other}”，口径不一`
        : `标题为“${other}”，此处为“${words}”，口径不一`,
      `title and text name different periods: ${own.words}, ${told.words}`,
    ),
  ]
}

const lengthOf = (m: Months) => m.last - m.first

/** A part of the report's time, or all of its year so far, is no other time. */
function isAtOdds(own: Months, told: Months): boolean {
  if (isSameMonths(own, told)) return false
  if (told.last > own.last) return true
  return lengthOf(own) === lengthOf(told) && lengthOf(own) < 6
}

const endDay = /截[至止]到?(?:目前[，（(])?(?:20\d\d年)?(\d{1,2})月(?:(\d{1,2})日|底|末)/g

/** 截至6月30日 … 3—7月累计立案13起: counted for longer than the report runs. */
function pastTheEnd({ text }: Reading, own: Months | undefined): Draft[] {
  const ends = [...text.matchAll(endDay)].map(
    (m) => Number(m[1]) - (m[2] !== undefined && Number(m[2]) < 11 ? 1 : 0),
  )
  const days = [...text.matchAll(/(?<![\d至—-])(\d{1,2})月\d{1,2}日/g)].map((m) => Number(m[1]))
  const last = ends.reduce((a, b) => Math.max(a, b), own?.last ?? 0)
  if (ends.length === 0 || last < 1 || days.some((m) => m > last)) return []
  return monthsIn(text)
    .filter(
      (m) =>
        m.last > last &&
        m.first <= last &&
        lengthOf(m) > 0 &&
        lengthOf(m) < 11 &&
        !/[上下]半年/.test(m.words),
    )
    .filter((m) => {
      const lead = text.slice(Math.max(0, m.from - 16), m.from).replace(/^.*[。；\n]/s, '')
      const after = text.slice(m.to, m.to + 40).split(/[。；\n]/)[0]!
      return (
        !/去年|上年|同期|20\d\d年$|[比较与]/.test(lead) &&
        !isAhead(`${lead}${after}`) &&
        /(?:累计|共|已)[^，。；]{0,12}\d/.test(after)
      )
    })
    .map((m) =>
      draft(
        m.from,
        m.words,
        `报告截至${last}月，此处为“${m.words}”的累计数，口径不一`,
        `the report ends in month ${last}, here ${m.words}`,
      ),
    )
}

/** 1—9月…同比下降25.0%（去年全年4起）: compared with another stretch of the year. */
function otherBase({ text }: Reading): Draft[] {
  const base =
    /同比[^。；（(\n]{0,30}[（(](?:对比|比)?((?:去年|上年|20\d\d年)([^，。；）)\d]{0,2}\d{0,2}[^，。；）)\d]{0,4}\d{0,2}[^，。；）)\d]{0,3}))/g
  return [...text.matchAll(base)].flatMap((found) => {
    const [all, quote, rest] = found
    const told = monthsIn(rest!)[0]
    if (!told) return []
    const from = Math.max(
      0,
      found.index - 400,
      text.slice(Math.max(0, found.index - 400), found.index).lastIndexOf('\n') +
        Math.max(0, found.index - 400) +
        1,
    )
    const own = monthsIn(text.slice(from, found.index)).at(-1)
    if (!own || isSameMonths(own, told) || /去年|上年/.test(text.slice(from + own.from - 4, from + own.from)))
      return []
    const words = quote!.slice(0, quote!.indexOf(told.words) + told.words.length)
    const at = found.index + all.indexOf(quote!)
    return [
      draft(
        at,
        words,
        `“${own.words}”的同比对象应是去年${own.words}，此处为“${words}”`,
        `${own.words} is compared with ${words}`,
      ),
    ]
  })
}
