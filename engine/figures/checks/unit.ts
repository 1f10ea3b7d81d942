import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { isClose, show } from '../relate/arithmetic.ts'
import type { Fact } from '../relate/facts.ts'
import { findRecalls } from '../relate/recalls.ts'
import { isCount, isExact, nearBefore, sameUnit } from '../relate/same.ts'
import { goodsUnits } from '../words/measures.ts'
import { sumOf } from './sum-draft.ts'

/** Goods of different units added together, and one count under two units. */
export function checkUnit(reading: Reading, facts: readonly Fact[]): Draft[] {
  return [
    ...added(reading),
    ...addedAcross(reading),
    ...renamed(reading, facts),
    ...recalled(reading),
    ...visited(reading),
  ]
}

function added(reading: Reading): Draft[] {
  return reading.figures.flatMap((total) => {
    if (total.cell || total.meaning.total === '' || !isCount(total) || !goodsUnits.has(total.unit)) return []
    const own = nearBefore(reading, total, 0).filter(
      (f) => f.part === total.part && goodsUnits.has(f.unit) && isCount(f),
    )
    for (let from = own.length - 2; from >= 0; from--) {
      const parts = own.slice(from)
      if (new Set(parts.map((p) => p.unit)).size < 2) continue
      if (isClose(sumOf(parts), total.value)) return [addedDraft(reading, total, parts)]
    }
    return addedAfter(reading, total)
  })
}

/** 出租屋320户、门店145家，合计465户: two kinds of things added under the unit of one. */
function addedAcross(reading: Reading): Draft[] {
  return reading.figures.flatMap((total) => {
    if (total.cell || !/合计|共计|总计|一共/.test(total.head) || !isCount(total) || !isExact(total)) return []
    const parts: Figure[] = []
    for (let f = reading.figures[total.index - 1]; f && parts.length < 6; f = reading.figures[f.index - 1]) {
      if (f.part !== total.part || f.bracket !== total.bracket || !isCount(f) || !isExact(f)) break
      parts.unshift(f)
      const units = new Set(parts.map((p) => p.unit))
      const isMixed = units.size === 2 && units.has(total.unit) && !units.has('个') && !units.has('')
      const isAll = parts.length >= 2 && isClose(sumOf(parts), total.value)
      const [x, y] = [...units]
      if (isMixed && isAll && !sameUnit(x!, y!)) return [addedDraft(reading, total, parts)]
    }
    return []
  })
}

/** 共200件，其中烟花120箱、鞭炮80盘. */
function addedAfter(reading: Reading, total: Figure): Draft[] {
  const own = reading.sentences[total.sentence]?.figures ?? []
  const parts = own.filter((f) => f.from > total.to && goodsUnits.has(f.unit) && isCount(f)).slice(0, 8)
  for (let to = 2; to <= parts.length; to++) {
    const list = parts.slice(0, to)
    if (new Set(list.map((p) => p.unit)).size >= 2 && isClose(sumOf(list), total.value))
      return [addedDraft(reading, total, list)]
  }
  return []
}

function addedDraft(reading: Reading, total: Figure, parts: readonly Figure[]): Draft {
  const units = [...new Set([...parts, total].map((f) => f.unit))].join('、')
  const line = parts.map((p) => reading.text.slice(p.from, p.to)).join('＋')
  return {
    kind: 'unit',
    from: total.from,
    to: total.to,
    right: null,
    zh: `${line}单位不同（${units}），不能相加为${show(total)}${total.unit}，应分别列出`,
    en: `${line} have different units (${units}) and cannot be added to ${show(total)}${total.unit}`,
  }
}

function renamed(reading: Reading, facts: readonly Fact[]): Draft[] {
  const seen = new Map<number, Fact[]>()
  const drafts: Draft[] = []
  for (const fact of facts) {
    const { figure } = fact
    if (
      !isExact(figure) ||
      figure.value < 10 ||
      !isCount(figure) ||
      figure.unit === '' ||
      labelOf(figure) === ''
    )
      continue
    const before = (seen.get(figure.value) ?? []).slice(-6)
    const first = before.find((f) => isRenamed(reading, f, fact))
    if (first && !before.some((f) => f.figure.unit === figure.unit) && !isOwnRegister(reading, figure))
      drafts.push(renamedDraft(reading, first.figure, figure))
    seen.set(figure.value, [...before, fact])
  }
  return drafts
}

/** Two more figures of its sentence have its unit: it belongs to another register, which counts so. */
const isOwnRegister = (reading: Reading, figure: Figure) =>
  (reading.sentences[figure.sentence]?.figures ?? []).filter((f) => f !== figure && f.unit === figure.unit)
    .length >= 2

const labelOf = (figure: Figure) => `${figure.meaning.object}`

function isRenamed(reading: Reading, a: Fact, b: Fact): boolean {
  const [x, y] = [a.figure.unit, b.figure.unit]
  if (x === y || x === '个' || y === '个' || (sameUnit(x, y) && !isIssue(x, y))) return false
  if (!namesSame(a.figure, b.figure)) return false
  const bothGoods = goodsUnits.has(x) && goodsUnits.has(y)
  const isApart =
    a.figure.sentence !== b.figure.sentence ||
    reading.text.slice(a.figure.to, b.figure.from).length > 12 ||
    b.figure.index - a.figure.index > 1
  if (!isApart) return false
  const steps = [a.step, b.step]
  return (
    bothGoods ||
    isIssue(x, y) ||
    (visit(x, y) &&
      steps[0] === steps[1] &&
      a.subject === b.subject &&
      a.figure.sentence !== b.figure.sentence)
  )
}

/** The labels share the name of the thing: its last two characters stand in the other. */
function namesSame(a: Figure, b: Figure): boolean {
  const [x, y] = [labelOf(a), labelOf(b)]
  if (x === '' || y === '') return false
  if (x.includes(y) || y.includes(x)) return Math.min(x.length, y.length) >= 2
  for (let i = 0; i + 2 < y.length && i < 12; i++)
    if (a.value >= 100 && x.includes(y.slice(i, i + 3))) return true
  return false
}

/** 检查商铺438家 … 438家次商铺均已签订: one count said again in another unit. */
function recalled(reading: Reading): Draft[] {
  return findRecalls(reading).flatMap(({ figure, before }) => {
    const first = before.filter((f) => f.value === figure.value)
    if (first.length === 0 || first.some((f) => f.unit === figure.unit || f.unit === '')) return []
    if (isLoose([figure, ...first])) return []
    const isOther = first.every((f) => !sameUnit(f.unit, figure.unit) || isIssue(f.unit, figure.unit))
    const isPrinted = reading.figures
      .slice(Math.max(0, figure.index - 150), figure.index)
      .some((f) => f.value === figure.value && f.unit === figure.unit)
    return isOther && !isPrinted ? [renamedDraft(reading, first.at(-1)!, figure)] : []
  })
}

/** 查了340家次，…340家里有52家是第二次上门: visits said again as places. */
function visited(reading: Reading): Draft[] {
  return reading.figures.flatMap((figure) => {
    if (figure.cell || figure.value < 20 || !isExact(figure) || figure.unit !== '家') return []
    if (!/^(?:里|中|里面|当中)(?:头)?(?:有|，|的)/.test(reading.text.slice(figure.to, figure.to + 5)))
      return []
    const near = reading.figures.slice(Math.max(0, figure.index - 10), figure.index)
    const first = near.find((f) => f.unit === '家次' && f.value === figure.value && !f.cell)
    return first && !near.some((f) => f.unit === '家' && f.value === figure.value)
      ? [renamedDraft(reading, first, figure)]
      : []
  })
}

/** 个 may stand for 件, 起, 处. */
const isLoose = (figures: readonly Figure[]) =>
  figures.some((f) => f.unit === '个') && figures.every((f) => '个件起条项处宗例'.includes(f.unit))

const isIssue = (x: string, y: string) =>
  ['处', '条', '项', '起', '件'].includes(x) && ['处', '条', '项', '起', '件'].includes(y)
const visit = (x: string, y: string) => x === `${y}次` || y === `${x}次`

function renamedDraft(reading: Reading, a: Figure, b: Figure): Draft {
  const quote = (f: Figure) => reading.text.slice(f.from, f.to)
  return {
    kind: 'unit',
    from: b.from,
    to: b.to,
    right: quote(a),
    zh: `同一数量前文为“${quote(a)}”，此处为“${quote(b)}”，单位不一致`,
    en: `one count is “${quote(a)}” before and “${quote(b)}” here`,
  }
}
