import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { quotient, show, showNumber } from '../relate/arithmetic.ts'
import { type Fact, mayCarry } from '../relate/facts.ts'
import { listReadings } from '../relate/rate.ts'
import { findRecalls } from '../relate/recalls.ts'
import { isCount, isExact, nearBefore, sameUnit } from '../relate/same.ts'

/** Two values for one thing: same step, object, unit, subject and period. */
export function checkConflict(reading: Reading, facts: readonly Fact[]): Draft[] {
  return [...stated(reading, facts), ...recalled(reading), ...slipped(reading)]
}

function stated(reading: Reading, facts: readonly Fact[]): Draft[] {
  const seen = new Map<string, Fact>()
  const drafts: Draft[] = []
  for (const fact of facts) {
    if (!isStatement(fact)) continue
    const first = seen.get(fact.key)
    if (!first) {
      seen.set(fact.key, fact)
      continue
    }
    const [a, b] = [first.figure, fact.figure]
    if (
      a.value === b.value ||
      !isExact(a) ||
      !isExact(b) ||
      mayCarry(reading, a, b) ||
      first.scope !== fact.scope
    )
      continue
    if (a.sentence === b.sentence) continue
    if (b.unit === '%' ? isExplained(reading, b) : isCumulative(reading, a) !== isCumulative(reading, b))
      continue
    if (
      fact.step !== '' &&
      a.paragraph === b.paragraph &&
      reading.text.slice(a.to, b.from).length < 400 &&
      !isRepeat(reading, a, b) &&
      followsList(fact, first)
    )
      continue
    drafts.push(conflictDraft(reading, a, b))
  }
  return drafts
}

/** A rate that its own neighbours make is a rate of theirs. */
function isExplained(reading: Reading, rate: Figure): boolean {
  const near = nearBefore(reading, rate).filter((f) => isCount(f))
  return listReadings(near, near).some(([a, b]) => b > 0 && quotient(a, b, 100, rate.decimals) === rate.value)
}

/** 累计 reaches over more than the month that the text reports. */
const isCumulative = (reading: Reading, figure: Figure) =>
  /累计|全年|总计/.test(reading.text.slice(reading.sentences[figure.sentence]!.from, figure.from))

function isStatement(fact: Fact): boolean {
  const { figure } = fact
  if (fact.isPart || figure.meaning.open || figure.value < 2) return false
  if (figure.unit === '%') return fact.object.length >= 2
  if (!isCount(figure) || figure.unit === '') return false
  if (figure.unit === '元' && fact.step !== '') return true
  if (fact.step === '')
    return fact.object.length >= 4 && /^(?:全区|全市|全县|辖区)|共有|现有|在册|登记/.test(figure.head)
  return fact.object.length >= 2 || (figure.tail !== '' && fact.object.length >= 3 && fact.step !== '')
}

/** Two sentences side by side usually go on to the next matter; only a total repeats the first. */
const isRepeat = (reading: Reading, a: Figure, b: Figure) =>
  a.paragraph !== b.paragraph ||
  /(?:共|累计|合计|总计|上述|以上)[^，。；]{0,10}$/.test(reading.text.slice(a.to, b.from))
const followsList = (fact: Fact, first: Fact) =>
  fact.figure.sentence !== first.figure.sentence && !/共|累计|合计|总计/.test(fact.figure.head)

const backwards =
  /(?:上述|以上|前述|这些|这|该|所列)(?:已?(?:查出|排查出|发现|排查|检查)的)?$|(?:^|[，。；：\n对将把在])(?:所?)(?:查出|排查出|发现|排查|检查)的$/

/** 上述1781处隐患: says the number again. */
function recalled(reading: Reading): Draft[] {
  return reading.figures.flatMap((figure) => {
    if (figure.cell || !isCount(figure) || !isExact(figure) || figure.unit === '') return []
    const lead = reading.text.slice(Math.max(0, figure.from - 14), figure.from)
    if (!backwards.test(lead)) return []
    const noun = figure.tail.replace(/[^\u4e00-\u9fff].*$/, '').slice(0, 12)
    const object = figure.meaning.object
    const before = reading.figures
      .slice(Math.max(0, figure.index - 60), figure.index)
      .filter((f) => !f.cell && isCount(f) && f.to < figure.from - 1 && sameUnit(f.unit, figure.unit))
    const named = before.filter(
      (f) =>
        noun !== '' &&
        object !== '' &&
        f.meaning.object !== '' &&
        (f.meaning.object.includes(object) || object.includes(f.meaning.object)),
    )
    if (
      named.length === 0 ||
      before.some((f) => f.value === figure.value || f.rough !== 'exact') ||
      isDifference(before, figure) ||
      figure.value < 3
    )
      return []
    const first = named.length === 1 ? named[0]! : named.find((f) => /共|累计|排查|发现/.test(f.head))
    return first ? [conflictDraft(reading, first, figure)] : []
  })
}

/** 收缴烟花412箱 … 收缴的421箱烟花: said again with a digit changed, and nowhere else as it stands. */
function slipped(reading: Reading): Draft[] {
  return findRecalls(reading).flatMap(({ figure, before, isPointed }) => {
    const same = before.filter((f) => f.unit === figure.unit)
    const all = reading.figures.slice(Math.max(0, figure.index - 150), figure.index)
    const isPrinted = all.some((f) => f.value === figure.value && f.unit === figure.unit)
    const near = same.filter((f) => f.value >= 10 && isSlip(f, figure, isPointed))
    if (isPrinted || near.length === 0 || new Set(near.map((f) => f.value)).size > 1) return []
    if (isDifference(same, figure) || near.some((f) => isDone(f) !== isDone(figure))) return []
    return [conflictDraft(reading, near.at(-1)!, figure)]
  })
}

const isDone = (figure: Figure) =>
  figure.meaning.steps.some((s) => /整改|销号|完成|办结|结案|治理|闭环|消除/.test(s))

/** Two digits exchanged; or, when it is no part of the first, one digit changed or a few more. */
function isSlip(a: Figure, b: Figure, isPointed: boolean): boolean {
  const [x, y] = [showNumber(a.value), showNumber(b.value)]
  if (x.length === y.length && [...x].sort().join() === [...y].sort().join()) return true
  if (!isPointed && b.value < a.value) return false
  const changed = [...x].filter((digit, i) => digit !== y[i]).length
  return (x.length === y.length && x.length >= 3 && changed === 1) || Math.abs(a.value - b.value) <= 2
}

const isDifference = (before: readonly Figure[], figure: Figure) =>
  before
    .slice(-12)
    .some((a) =>
      before
        .slice(-12)
        .some((b) => a !== b && (a.value - b.value === figure.value || a.value + b.value === figure.value)),
    )

export function conflictDraft(reading: Reading, a: Figure, b: Figure): Draft {
  const line = reading.text.slice(0, a.from).split('\n').length
  const quote = (f: Figure) =>
    `${f.head.replace(/^.*[，。；：]/, '').slice(-16)}${reading.text.slice(f.from, f.to)}`
  return {
    kind: 'conflict',
    from: b.from,
    to: b.to,
    right: null,
    zh: `前文（第${line}行）为“${quote(a)}”，此处为“${quote(b)}”，相差${show({ ...b, value: Math.abs(a.value - b.value) })}`,
    en: `line ${line} has “${quote(a)}”, here “${quote(b)}”, ${show({ ...b, value: Math.abs(a.value - b.value) })} apart`,
  }
}
