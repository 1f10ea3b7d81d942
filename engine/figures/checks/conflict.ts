import type { Draft } from '../finding.ts'
import type { Figure, Reading } from '../read/figure.ts'
import { isMadeOf, quotient, showNumber } from '../relate/arithmetic.ts'
import { type Fact, mayCarry } from '../relate/facts.ts'
import { listReadings } from '../relate/rate.ts'
import { findRecalls, type Recall } from '../relate/recalls.ts'
import { isCount, isExact, nearBefore, sameUnit } from '../relate/same.ts'
import { narrowers } from '../words/flows.ts'
import { sameMeasure } from '../words/measures.ts'
import { conflictDraft } from './conflict-draft.ts'
import { checkDeadlines } from './deadline.ts'
import { restated } from './restate.ts'
import { saidAgain } from './said-again.ts'
import { sameWords } from './same-words.ts'

/** Two values for one thing: same step, object, unit, subject and period. */
export function checkConflict(reading: Reading, facts: readonly Fact[]): Draft[] {
  const told = [
    ...stated(reading, facts),
    ...recalled(reading),
    ...slipped(reading),
    ...restated(reading, facts),
    ...saidAgain(reading, facts),
    ...sameWords(reading),
    ...checkDeadlines(reading),
  ]
  return told.filter((d, i) => told.findIndex((x) => x.from === d.from) === i)
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
    if (b.unit === '%' && isOfOtherGrade(reading, a, b)) continue
    if (
      b.unit === '%'
        ? isExplained(reading, b)
        : !isExchanged(a.value, b.value) && isCumulative(reading, a) !== isCumulative(reading, b)
    )
      continue
    if (
      !isExchanged(a.value, b.value) &&
      fact.step !== '' &&
      a.paragraph === b.paragraph &&
      reading.text.slice(a.to, b.from).length < 400 &&
      !isRepeat(reading, a, b) &&
      followsList(fact, first)
    )
      continue
    if (isCount(b) && isMade(reading, b)) continue
    drafts.push(conflictDraft(reading, a, b))
  }
  return drafts
}

const isExchanged = (a: number, b: number) => {
  const [x, y] = [showNumber(a), showNumber(b)]
  return x.length >= 3 && x !== y && [...x].sort().join() === [...y].sort().join()
}

/** 排查重大事故隐患52处，整改49处，整改率96.1%: a rate belongs to the grade that its sentence names. */
const isOfOtherGrade = (reading: Reading, a: Figure, b: Figure) => {
  const [x, y] = [a, b].map((f) =>
    narrowers
      .filter((w) => reading.text.slice(reading.sentences[f.sentence]!.from, f.from).slice(-60).includes(w))
      .join(),
  )
  return x !== y
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
      isMadeOf(figure.value, before.slice(-12)) ||
      figure.value < 3
    )
      return []
    const first = named.length === 1 ? named[0]! : named.find((f) => /共|累计|排查|发现/.test(f.head))
    return first ? [conflictDraft(reading, first, figure)] : []
  })
}

/** 收缴烟花412箱 … 收缴的421箱烟花: said again with a digit changed, and nowhere else as it stands. */
function slipped(reading: Reading): Draft[] {
  return findRecalls(reading).flatMap((recall) => {
    const { figure, before } = recall
    const same = before.filter((f) => isOneUnit(f.unit, figure.unit))
    const all = reading.figures.slice(Math.max(0, figure.index - 150), figure.index)
    const isPrinted = all.some((f) => f.value === figure.value && sameUnit(f.unit, figure.unit))
    const near = same.filter((f) => isSlip(f, recall) && f.clause !== figure.clause && f.part !== figure.part)
    if (isPrinted || near.length === 0 || new Set(near.map((f) => f.value)).size > 1) return []
    if (isMadeOf(figure.value, same.slice(-12)) || near.some((f) => isDone(f) !== isDone(figure))) return []
    return [conflictDraft(reading, near.at(-1)!, figure)]
  })
}

const isOneUnit = (a: string, b: string) =>
  a === b || sameMeasure.some((set) => set.includes(a) && set.includes(b))

const isDone = (figure: Figure) =>
  figure.meaning.steps.some((s) => /整改|销号|完成|办结|结案|治理|闭环|消除/.test(s))

/** Two digits exchanged; or, when it is no part of the first, one digit changed or a few more. */
function isSlip(a: Figure, { figure: b, pointer }: Recall): boolean {
  const [x, y] = [showNumber(a.value), showNumber(b.value)]
  if (x.length > 1 && x.length === y.length && [...x].sort().join() === [...y].sort().join()) return true
  if (pointer === 'place' && b.value < a.value) return false
  const changed = [...x].filter((digit, i) => digit !== y[i]).length
  return (x.length === y.length && x.length >= 3 && changed === 1) || Math.abs(a.value - b.value) <= 2
}

const isMade = (reading: Reading, figure: Figure) =>
  isMadeOf(
    figure.value,
    reading.figures
      .slice(Math.max(0, figure.index - 40), figure.index)
      .filter((f) => f.paragraph === figure.paragraph || figure.meaning.total !== '')
      .filter((f) => sameUnit(f.unit, figure.unit)),
  )
