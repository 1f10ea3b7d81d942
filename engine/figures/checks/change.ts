import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { isClose, quotient, sharedSlack, show, showLike, showNumber, slack } from '../relate/arithmetic.ts'
import { joinedList, listsOf } from '../relate/lists.ts'
import { isExact, isRate, sameUnit } from '../relate/same.ts'
import { fall, level, monthPast, past, periodOn, rise, yearOn, yearPast } from '../words/relations.ts'

const ends = (words: readonly string[]) =>
  new RegExp(`(?:${words.join('|')})(?:了|幅度|率|幅|约|近|超|达到?|分别|(?<=[幅率度])为|：){0,3}$`)
const rises = ends(rise)
const falls = ends(fall)

/** 同比, 环比, 增加, 下降, 个百分点 against the printed values of now and before. */
export function checkChange(reading: Reading): Draft[] {
  return [
    ...reading.figures.flatMap((figure) => changeDrafts(reading, figure)),
    ...tableChanges(reading),
    ...levels(reading),
  ]
}

interface Values {
  now: Figure
  before: Figure
}

function changeDrafts(reading: Reading, figure: Figure): Draft[] {
  if (figure.cell || !isExact(figure)) return []
  const list = joinedList(reading, figure)
  const lead = leadOf(reading, list[0]!)
  const sign = rises.test(lead) ? 1 : falls.test(lead) ? -1 : 0
  if (sign === 0) return []
  const pairs = valuesFor(reading, figure, list, lead)
  if (pairs.length === 0) return []
  if (pairs.some((pair) => follows(figure, pair, sign))) return []
  const draft = changeDraft(figure, pairs[0]!, sign)
  return draft ? [draft] : []
}

function leadOf(reading: Reading, figure: Figure): string {
  const from = Math.max(reading.sentences[figure.sentence]?.from ?? 0, figure.from - 30)
  return reading.text.slice(from, figure.from).replace(/^.*[，。；]/s, '')
}

/** The value of now and the value before that a change may speak of. */
function valuesFor(reading: Reading, figure: Figure, list: readonly Figure[], lead: string): Values[] {
  const own = sentenceFigures(reading, figure).filter(
    (f) => f !== figure && isExact(f) && f.from > figure.from - 400 && f.from < figure.from + 120,
  )
  const moved = fromTo(reading, figure, own)
  if (moved) return [moved]
  const wanted = yearOn.some((w) => lead.includes(w))
    ? yearPast
    : periodOn.some((w) => lead.includes(w))
      ? monthPast
      : past
  const isCompared = (f: Figure) =>
    /^(?:比|较)[^，。；]{0,14}$/.test(baseLead(reading, f)) && !isChangeOf(reading, f)
  const isBase = (f: Figure) => wanted.some((w) => baseLead(reading, f).includes(w)) || isCompared(f)
  const isAnyBase = (f: Figure) => past.some((w) => baseLead(reading, f).includes(w)) || isCompared(f)
  const usable = own.filter((f) =>
    figure.unit === '个百分点'
      ? f.unit === '%'
      : !isRate(f) && (figure.unit === '%' || figure.unit === '倍' || sameUnit(f.unit, figure.unit)),
  )
  if (list.length > 1)
    return listValues(
      list,
      figure,
      usable.filter((f) => !isChangeOf(reading, joinedList(reading, f)[0]!)),
      isAnyBase,
    )
  const bases = usable
    .filter((f) => isBase(f) && !isChangeOf(reading, f))
    .sort((a, b) => Math.abs(a.from - figure.from) - Math.abs(b.from - figure.from))
  const nows = usable
    .filter((f) => f.from < figure.from && !isAnyBase(f) && !isChangeOf(reading, f) && !isOfThem(reading, f))
    .reverse()
  const pairs = bases.slice(0, 2).flatMap((before) =>
    nows
      .filter((now) => now.unit === before.unit)
      .slice(0, 6)
      .map((now) => ({ now, before })),
  )
  const fitting = pairs.filter((pair) => hasSameLabel(pair, nows))
  const inOwn = fitting.filter((pair) => [pair.now, pair.before].every((f) => f.sentence === figure.sentence))
  return inOwn.length > 0 ? inOwn : fitting
}

/** A part after 其中 is compared with nothing but its own earlier value. */
const isOfThem = (reading: Reading, f: Figure) =>
  /其中[^。；]{0,40}$/.test(reading.text.slice(Math.max(0, f.from - 48), f.from))

/** Labels of both sides agree, or one side has none. */
function hasSameLabel({ now, before }: Values, nows: readonly Figure[]): boolean {
  const [a, b] = [
    now.meaning.object,
    before.meaning.object.replace(/去年同期|上年同期|同期|去年|上年|上月|上季度|上期|上周/g, ''),
  ]
  if (a === '' || b === '' || a.includes(b) || b.includes(a))
    return b !== '' || nows.filter((f) => f.unit === now.unit)[0] === now
  return false
}

const sentenceFigures = (reading: Reading, figure: Figure): Figure[] => {
  const own = reading.sentences[figure.sentence]?.figures ?? []
  if (own.length > 60) return []
  const before = reading.sentences[figure.sentence - 1]
  return before && before.paragraph === figure.paragraph && before.figures.length <= 60
    ? [...before.figures, ...own]
    : own
}

/** The words that mark a figure as an earlier value stand in its own clause. */
function baseLead(reading: Reading, figure: Figure): string {
  const lead = reading.text.slice(Math.max(0, figure.from - 24), figure.from).replace(/^.*[，。；（(]/s, '')
  return lead
}

function isChangeOf(reading: Reading, figure: Figure): boolean {
  const lead = leadOf(reading, figure)
  return (rises.test(lead) || falls.test(lead)) && !/(?:到|至|为)$/.test(lead)
}

/** 由100家增加到125家，增长25%. */
function fromTo(reading: Reading, figure: Figure, own: readonly Figure[]): Values | undefined {
  const before = own.filter((f) => f.from < figure.from)
  for (let i = before.length - 1; i > 0; i--) {
    const [a, b] = [before[i - 1]!, before[i]!]
    if (
      a.unit !== b.unit ||
      (figure.unit === '个百分点') !== (a.unit === '%') ||
      b.sentence !== figure.sentence
    )
      continue
    if (before.slice(i + 1).some((f) => !isChangeOf(reading, f))) break
    const between = reading.text.slice(a.to, b.from).replace(/\d{4}年|\d{1,2}月份?/g, '')
    if (
      /(?:由|从)[^，。；]{0,10}$/.test(reading.text.slice(Math.max(0, a.from - 12), a.from)) &&
      /(?:到|至|为)(?:了)?(?:今年|本年|本月|本期|当前|目前|现在)?的?$/.test(between) &&
      between.length < 16
    )
      return { now: b, before: a }
  }
  return undefined
}

function listValues(
  list: readonly Figure[],
  figure: Figure,
  usable: readonly Figure[],
  isBase: (f: Figure) => boolean,
): Values[] {
  const at = list.indexOf(figure)
  const nows = usable.filter((f) => !isBase(f) && f.from < list[0]!.from)
  const from = usable.findIndex(isBase)
  if (from < 0) return []
  const bases = usable
    .slice(from)
    .filter((f) => !list.includes(f))
    .slice(0, list.length)
  const first = nows.filter((f) => f.from < usable[from]!.from).slice(-list.length)
  const now = first.length === list.length ? first[at] : listsOf(nows, list.length)[0]?.[at]
  const before = bases[at]
  return now && before && now.unit === before.unit ? [{ now, before }] : []
}

function follows(figure: Figure, { now, before }: Values, sign: number): boolean {
  const difference = (now.value - before.value) * sign
  const loose = sharedSlack(now, before) * 2
  if (figure.unit === '个百分点') return isClose(difference, figure.value, 0.5 * 10 ** -figure.decimals)
  if (figure.unit === '倍')
    return before.value > 0 && isClose(difference / before.value, figure.value, 0.5 * 10 ** -figure.decimals)
  if (figure.unit !== '%') return isClose(difference, figure.value, loose + slack(figure))
  if (before.value === 0) return false
  const exact = Math.abs(now.value - before.value)
  if (difference < 0) return false
  const rounded = quotient(exact, before.value, 100, figure.decimals)
  return (
    rounded === figure.value ||
    (loose > 0 &&
      Math.abs(figure.value - rounded) <= (loose / before.value) * 100 * (1 + now.value / before.value))
  )
}

function changeDraft(figure: Figure, { now, before }: Values, sign: number): Draft | undefined {
  const difference = now.value - before.value
  const word = difference > 0 ? '增加' : difference < 0 ? '减少' : '持平'
  const base = { kind: 'change' as const, from: figure.from, to: figure.to }
  const turn = difference * sign < 0 ? `，应为${word}` : ''
  if (figure.unit === '个百分点' || (figure.unit !== '%' && figure.unit !== '倍')) {
    const right =
      figure.unit === '个百分点'
        ? `${Math.abs(difference).toFixed(Math.max(now.decimals, before.decimals))}个百分点`
        : showLike(figure, Math.abs(difference))
    return {
      ...base,
      right,
      zh: `${show(now)}－${show(before)}＝${showNumber(Math.round(difference * 1e4) / 1e4)}，应为${word}${right}${turn && ''}`,
      en: `${show(now)} − ${show(before)} = ${showNumber(Math.round(difference * 1e4) / 1e4)}, so ${right}`,
    }
  }
  if (before.value === 0)
    return {
      ...base,
      right: '—',
      zh: '上期为0，增减幅度无从计算，应写“—”',
      en: 'the earlier value is 0: no rate of change',
    }
  const times = figure.unit === '%' ? 100 : 1
  const value = quotient(Math.abs(difference), before.value, times, figure.decimals)
  const printed = figure.cell && difference < 0 ? -value : value
  const right = figure.cell
    ? printed.toFixed(figure.decimals)
    : `${value.toFixed(figure.decimals)}${figure.unit}`
  return {
    ...base,
    right,
    zh: `（${show(now)}－${show(before)}）÷${show(before)}＝${difference < 0 ? '-' : ''}${quotient(Math.abs(difference), before.value, times, 2).toFixed(2)}${figure.unit}，应为${word}${right}`,
    en: `(${show(now)} − ${show(before)}) ÷ ${show(before)} = ${difference < 0 ? '-' : ''}${quotient(Math.abs(difference), before.value, times, 2).toFixed(2)}${figure.unit}`,
  }
}

/** Columns 本期, 上年同期, 同比 of a table. */
function tableChanges(reading: Reading): Draft[] {
  return reading.tables.flatMap((table) => {
    const change = table.heads.findIndex((h) => /同比|环比|增减|增幅|变化/.test(h))
    const before = table.heads.findIndex((h) => past.some((w) => h.includes(w)) && !/同比|环比/.test(h))
    const now = table.heads.findIndex(
      (h, i) =>
        i > 0 && i !== change && i !== before && /本期|本月|本年|今年|本季|当月|当期|20\d\d年/.test(h),
    )
    if (change < 0 || before < 0 || now < 0) return []
    return table.rows.flatMap((row) => {
      const [c, b, n] = [row.figures[change], row.figures[before], row.figures[now]]
      if (!c || !b || !n || !isRate(c) === (c.unit !== '')) return []
      const cell = row.cells[change]!.text
      const sign = /^[-－−↓]|降|减/.test(cell) ? -1 : 1
      if (follows(c, { now: n, before: b }, sign) || follows(c, { now: n, before: b }, -sign)) return []
      const draft = changeDraft(c, { now: n, before: b }, sign)
      return draft ? [draft] : []
    })
  })
}

/** 与去年同期100家持平. */
function levels(reading: Reading): Draft[] {
  return reading.figures.flatMap((before) => {
    if (
      before.cell ||
      !isExact(before) ||
      !level.some((w) =>
        reading.text
          .slice(before.to, before.to + 8)
          .replace(/^[^，。；]*?(?=持平)/, '')
          .startsWith(w),
      )
    )
      return []
    if (!past.some((w) => baseLead(reading, before).includes(w))) return []
    const now = sentenceFigures(reading, before)
      .filter((f) => f.from < before.from && f.unit === before.unit)
      .at(-1)
    if (!now || now.value === before.value) return []
    const draft = changeDraft(before, { now, before }, 1)
    return draft
      ? [
          {
            ...draft,
            right: null,
            zh: `${show(now)}与${show(before)}不等，不是持平`,
            en: `${show(now)} and ${show(before)} are not level`,
          },
        ]
      : []
  })
}
