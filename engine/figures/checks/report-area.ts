import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { type Area, areasIn, kindOfTitle, levelOf } from '../relate/areas.ts'
import { quotient } from '../relate/arithmetic.ts'
import { isCount, isExact } from '../relate/same.ts'

/** 全市, 全县, 我镇 exchanged: a count under an area that the rest of the text gives to another. */
export function checkReportArea(reading: Reading): Draft[] {
  if (new Set(areasIn(reading.text).map((area) => area.kind)).size < 2) return []
  const line = reading.text.slice(0, 80).split('\n')[0] ?? ''
  const kind = kindOfTitle(line)
  const told = reading.figures.flatMap((figure) => {
    const area = areaOf(reading, figure)
    return area ? [{ figure, area }] : []
  })
  const found = [
    ...twice(reading, told, kind),
    ...mixedRates(reading, told, kind),
    ...strange(reading, told, kind),
  ]
  return found.filter((d, i) => found.findIndex((x) => x.from === d.from) === i)
}

interface Told {
  figure: Figure
  area: Area
}

/** The area that opens the figure's own clause: 全区共排查隐患326处. */
function areaOf(reading: Reading, figure: Figure): Area | undefined {
  if (figure.cell || !isCount(figure) || !isExact(figure) || figure.unit === '') return undefined
  const start = Math.max(reading.sentences[figure.sentence]?.from ?? 0, figure.from - 24)
  const lead = reading.text.slice(start, figure.from)
  const cut = Math.max(...[...'，。；：（\n'].map((s) => lead.lastIndexOf(s))) + 1
  const area = areasIn(lead.slice(cut)).at(-1)
  if (!area || /[占居列比为]/.test(lead.slice(cut))) return undefined
  return { ...area, from: start + cut + area.from, to: start + cut + area.to }
}

const draft = (area: Area, other: string): Draft => ({
  kind: 'scope',
  from: area.from,
  to: area.to,
  right: null,
  zh: `这里的数前后文属“${other}”，此处作“${area.words}”，口径不一`,
  en: `the number is of ${other} elsewhere, of ${area.words} here`,
})

/** Of two names the one that the title does not bear out; without a title the later one. */
const odd = (a: Area, b: Area, kind: string | undefined): readonly [Area, Area] =>
  kind !== undefined && b.kind === kind && a.kind !== kind ? [a, b] : [b, a]

/** 全县排查4316处 … 全市排查的4316处. */
function twice(_: Reading, told: readonly Told[], kind: string | undefined): Draft[] {
  return told.flatMap((b, i) => {
    const a = told
      .slice(Math.max(0, i - 40), i)
      .find(
        (t) =>
          t.figure.value === b.figure.value && t.figure.unit === b.figure.unit && t.area.kind !== b.area.kind,
      )
    if (!a || b.figure.value < 20) return []
    const shared = a.figure.meaning.steps.some((s) => b.figure.meaning.steps.includes(s))
    if (!shared && a.figure.meaning.object !== b.figure.meaning.object) return []
    const [wrong, right] = odd(a.area, b.area, kind)
    return [draft(wrong, right.words)]
  })
}

/** 全区共排查326处，我镇已整改311处，整改率95.4%: a rate of one area's part in another's whole. */
function mixedRates(reading: Reading, told: readonly Told[], kind: string | undefined): Draft[] {
  return told.flatMap((part, i) => {
    const whole = told[i - 1]
    if (!whole || whole.area.kind === part.area.kind || whole.figure.sentence !== part.figure.sentence)
      return []
    const [w, p] = [whole.figure, part.figure]
    if (w.unit !== p.unit || p.value >= w.value || p.index !== w.index + 1) return []
    if (w.meaning.steps.join() === p.meaning.steps.join()) return []
    const next = reading.figures.slice(p.index + 1, p.index + 3).filter((f) => f.sentence === p.sentence)
    const isMixed = next.some(
      (f) =>
        (f.unit === '%' && !/占/.test(f.head) && quotient(p.value, w.value, 100, f.decimals) === f.value) ||
        (f.meaning.open && f.unit === p.unit && f.value === w.value - p.value),
    )
    if (!isMixed) return []
    const [wrong, right] = odd(whole.area, part.area, kind)
    return [draft(wrong, right.words)]
  })
}

const ownWork = /检查|排查|整改|立案|罚款|处罚|出动|培训|下达|整治|督导/
const reported = /通报|排名|排在|位居|居|列|据|平均|上级|统计|会议|指出|要求|部署|印发/

/** A report of a county that says 全市共检查…, and 全县 everywhere else. */
function strange(reading: Reading, told: readonly Told[], kind: string | undefined): Draft[] {
  if (kind === undefined) return []
  const all = areasIn(reading.text)
  const own = all.filter((a) => a.kind === kind)
  if (own.length < 2) return []
  return told
    .filter(({ area, figure }) => {
      if (area.kind === kind || all.filter((a) => a.kind === area.kind).length > 1) return false
      if (!ownWork.test(figure.meaning.steps.join() + figure.head) || figure.meaning.past) return false
      const { from, to } = reading.sentences[figure.sentence]!
      const sentence = reading.text.slice(from, to)
      const before = reading.text.slice(Math.max(0, area.from - 300), area.from).replace(/^.*\n/s, '')
      if (own.some((a) => a.from >= from && a.to <= to) || reported.test(`${before.slice(-60)}${sentence}`))
        return false
      return levelOf(area.kind) >= levelOf(kind) || !new RegExp(`[\\u4e00-\\u9fff]${area.kind}`).test(before)
    })
    .map(({ area }) => draft(area, own[0]!.words))
}
