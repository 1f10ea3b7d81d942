import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { isClose, quotient, sharedSlack, show, showLike, showNumber, slack } from '../relate/arithmetic.ts'
import {
  baseLead,
  falls,
  isChangeOf,
  isEarlier,
  leadOf,
  rises,
  sentenceFigures,
  type Values,
  valuesFor,
} from '../relate/changes.ts'
import { joinedList } from '../relate/lists.ts'
import { isCount, isExact, isRate } from '../relate/same.ts'
import { level, past } from '../words/relations.ts'
import { checkFromTo } from './from-to.ts'

/** 同比, 环比, 增加, 下降, 个百分点 against the printed values of now and before. */
export function checkChange(reading: Reading): Draft[] {
  return [
    ...reading.figures.flatMap((figure) => changeDrafts(reading, figure)),
    ...tableChanges(reading),
    ...levels(reading),
    ...multiples(reading),
    ...checkFromTo(reading),
  ]
}

function changeDrafts(reading: Reading, figure: Figure): Draft[] {
  if (figure.cell || !isExact(figure)) return []
  const list = joinedList(reading, figure)
  const lead = leadOf(reading, list[0]!)
  const sign = rises.test(lead) ? 1 : falls.test(lead) ? -1 : 0
  if (sign === 0) return []
  const pairs = valuesFor(reading, figure, list, lead)
  if (pairs.length === 0) return []
  if (pairs.some((pair) => follows(figure, pair, sign)) || isMadeByOthers(reading, figure, sign)) return []
  const turned = pairs.find((pair) => follows(figure, pair, -sign))
  const draft = changeDraft(figure, turned ?? pairs[0]!, sign)
  if (!draft) return []
  const word = (sign > 0 ? rises : falls).exec(lead)
  const from = turned && word && list.length === 1 ? figure.from - (lead.length - word.index) : draft.from
  if (from === figure.from) return [draft]
  return [
    { ...draft, from, right: `${sign > 0 ? '减少' : '增加'}${draft.right}`, printed: [from, figure.to] },
  ]
}

/** Any two values near it that make the change excuse it: the one reading in doubt is the check's, not the text's. */
function isMadeByOthers(reading: Reading, figure: Figure, sign: number): boolean {
  const near = paragraphFigures(reading, figure).filter(
    (f) =>
      f !== figure && Math.abs(f.from - figure.from) < 400 && (figure.unit !== '个百分点' || f.unit === '%'),
  )
  const usable = near.filter((f) => figure.unit === '个百分点' || (isCount(f) && !isChangeOf(reading, f)))
  if (near.some((f) => f.unit === figure.unit && f.value === figure.value)) return false
  const bases = usable.filter((f) => isEarlier(reading, f))
  return usable.some((now) =>
    usable.some(
      (before) =>
        now !== before &&
        now.unit === before.unit &&
        !(bases.includes(now) && !bases.includes(before)) &&
        follows(figure, { now, before }, sign),
    ),
  )
}

/** The figures of its sentence and of the two before it in the paragraph. */
const paragraphFigures = (reading: Reading, figure: Figure): readonly Figure[] => {
  const earlier = reading.sentences[figure.sentence - 2]
  const near = sentenceFigures(reading, figure)
  return earlier && earlier.paragraph === figure.paragraph && earlier.figures.length <= 60 && near.length > 0
    ? [...earlier.figures, ...near]
    : near
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

/** 62起，是去年同期31起的2倍. */
function multiples(reading: Reading): Draft[] {
  return reading.figures.flatMap((times) => {
    const [now, before] = [reading.figures[times.index - 2], reading.figures[times.index - 1]]
    if (times.cell || times.unit !== '倍' || !isExact(times) || !now || !before) return []
    if (now.sentence !== times.sentence || now.unit !== before.unit || !isCount(now) || before.value === 0)
      return []
    if (!/^[^，。；]{0,6}的$/.test(reading.text.slice(before.to, times.from))) return []
    if (!/(?:是|为|相当于|达到?)[^，。；]{0,12}$/.test(reading.text.slice(now.to, before.from))) return []
    if (!isExact(now) || !isExact(before)) return []
    if (sharedSlack(now, before) > 0 && isClose(now.value / before.value, times.value, 0.1)) return []
    const right = quotient(now.value, before.value, 1, times.decimals)
    if (right === times.value || quotient(now.value, before.value, 1, 0) === times.value) return []
    const fine = quotient(now.value, before.value, 1, 2)
    return [
      {
        kind: 'change',
        from: times.from,
        to: times.to,
        right: `${right.toFixed(times.decimals)}倍`,
        zh: `${show(now)}÷${show(before)}＝${showNumber(fine)}，应为${right.toFixed(times.decimals)}倍`,
        en: `${show(now)} ÷ ${show(before)} = ${showNumber(fine)}`,
      },
    ]
  })
}
