import Big from 'big.js'
import type { Period } from '../calendar/index.ts'
import type { BasicIndicator, Source } from '../pack/index.ts'
import type { Asked } from './figure.ts'
import { type GivenSource, isStock, type Paper } from './papers.ts'
import { leafValue, type Tally } from './tally.ts'

/** What was read for a figure: its records (null where no register stands behind it) and the papers that speak of it. */
export interface Reading {
  tally: Tally | null
  papers: readonly Paper[]
}

/** A paper that stands in a figure. */
export interface Given {
  source: GivenSource
  record: string
  organ: string | null
  period: Period
  amount: string
}

/** A paper that stands beside a figure: records count instead of it, or it cannot be added. */
export interface Beside extends Given {
  /** What counts in its place, and how much more the paper says; null where it has no such number. */
  counted: string | null
  difference: string | null
}

interface Resolved {
  value: string | null
  source: Source | 'mixed'
  given: Given[]
  beside: Beside[]
}

/**
 * Which of what was read counts. Of one organ and its days either records count or what it states, never both
 * added; another body's number counts where there is neither. What does not count stands beside, with the difference.
 */
export function resolve(indicator: BasicIndicator, asked: Asked, { tally, papers: read }: Reading): Resolved {
  const papers = currentOf(indicator, read)
  const stated = papers.filter(({ source }) => source === 'stated')
  const quoted = papers.filter(({ source }) => source === 'quoted')
  const used = statementsUsed(indicator, asked, tally, stated)
  const own = ownValue(indicator, tally, used, stated)
  const hasRecords = tally !== null && tally.records > 0
  const quotation = hasRecords || used.length > 0 ? undefined : quoted[0]
  const source = quotation ? 'quoted' : sourceOf(indicator, hasRecords, used)
  const counts: readonly Paper[] = quotation ? [quotation] : used
  const beside = papers.filter((paper) => !counts.includes(paper))
  return {
    value: quotation ? plain(quotation.amount) : own,
    source,
    given: counts.map(givenOf),
    beside: beside.map((paper) => besideOf(indicator, paper, quotation ? null : own)),
  }
}

/** The latest first; of what there is on a day, only the latest of each organ still speaks. */
function currentOf(indicator: BasicIndicator, papers: readonly Paper[]): Paper[] {
  const inOrder = papers.toSorted(latestFirst)
  if (!isStock(indicator)) return inOrder
  const isOfTheSame = (a: Paper, b: Paper) => a.source === b.source && a.organ === b.organ
  return inOrder.filter((paper, i) => inOrder.findIndex((other) => isOfTheSame(paper, other)) === i)
}

const plain = (amount: string) => new Big(amount).toFixed()

/** The statements that count: where there are no records, and no other statement speaks for the same. */
function statementsUsed(
  indicator: BasicIndicator,
  asked: Asked,
  tally: Tally | null,
  stated: readonly Paper[],
): Paper[] {
  const free = stated.filter(({ counted }) => counted === null)
  const alive = free.filter((paper) => !free.some((other) => speaksFor(indicator, other, paper)))
  if (!isAlone(indicator)) return alive
  // Different ones cannot be added up: one statement for all of it, or none.
  const [only, ...more] = alive
  const isWhole = only !== undefined && more.length === 0 && (isStock(indicator) || isJust(only, asked))
  return isWhole && !(tally !== null && tally.records > 0) ? [only] : []
}

function isAlone(indicator: BasicIndicator): boolean {
  return indicator.kind === 'given' ? indicator.alone : indicator.kind === 'distinct'
}

function isJust({ period }: Paper, asked: Asked): boolean {
  return period.from === asked.period.from && period.to === asked.period.to
}

/** An organ above states for those below it; of one organ the later statement holds. */
function speaksFor(indicator: BasicIndicator, one: Paper, other: Paper): boolean {
  const isSame = one.organ === other.organ
  const isOver = one.organ !== null && other.above.includes(one.organ)
  const meet =
    isStock(indicator) || (one.period.from <= other.period.to && other.period.from <= one.period.to)
  return one !== other && meet && (isOver || (isSame && latestFirst(one, other) < 0))
}

function latestFirst(a: Paper, b: Paper): number {
  const [one, other] = [a, b].map(({ period, saidOn, record }) => `${period.to} ${saidOn} ${record}`)
  return one! > other! ? -1 : one! < other! ? 1 : 0
}

function ownValue(
  indicator: BasicIndicator,
  tally: Tally | null,
  used: readonly Paper[],
  stated: readonly Paper[],
): string | null {
  const sum = used.reduce((all, { amount }) => all.plus(amount), new Big(0))
  if (indicator.kind === 'given') return used.length === 0 ? null : sum.toFixed()
  const counted = leafValue(indicator, tally!)
  if (used.length > 0) return sum.plus(counted ?? 0).toFixed()
  // Several organs say how many different ones they have: how many there are of all is not known.
  return indicator.kind === 'distinct' && tally!.records === 0 && stated.length > 0 ? null : counted
}

function sourceOf(
  indicator: BasicIndicator,
  hasRecords: boolean,
  used: readonly Paper[],
): Resolved['source'] {
  if (used.length > 0) return hasRecords ? 'mixed' : 'stated'
  return indicator.sources[0]!
}

function givenOf({ source, record, organ, period, amount }: Paper): Given {
  return { source, record, organ, period, amount: plain(amount) }
}

/** A quotation is compared with the figure itself, a statement with the records of its organ. */
function besideOf(indicator: BasicIndicator, paper: Paper, value: string | null): Beside {
  const records = paper.counted === null || indicator.kind === 'given' ? null : paper.counted
  const counted =
    paper.source === 'quoted' ? value : records === null ? null : leafValue(indicator as never, records)
  const difference = counted === null ? null : new Big(paper.amount).minus(counted).toFixed()
  return { ...givenOf(paper), counted, difference }
}
