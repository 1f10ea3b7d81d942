import type { Day } from '../calendar/index.ts'
import { type BasicIndicator, type Indicator, isLeaf, type Pack, type Register } from '../pack/index.ts'
import type { LivingRecord } from '../record/index.ts'
import { type Descent, descentsOf, isUnder, treeOf } from '../tree/index.ts'
import { belongsTo } from './along.ts'
import { amongIn } from './among.ts'
import { type Contribution, contributionsOf, counts } from './contributions.ts'
import { type Around, type Asked, type Figure, figureFrom, type Need } from './figure.ts'
import { goalIn } from './goal.ts'
import { isStock, type Paper, paperOf, paperRegisters, papersAsked, papersLeaf } from './papers.ts'
import { pointedIn } from './pointed.ts'
import type { Reading } from './resolve.ts'
import { tallyOf } from './tally.ts'

/** What is there to be read. */
interface Shelf {
  pack: Pack
  recordsOf: (register: Register) => readonly LivingRecord[]
}

/** Reads a figure from records in memory. The server reads the same definition as SQL; a law holds them equal. */
export function figureInMemory(
  pack: Pack,
  indicator: Indicator,
  recordsOf: Shelf['recordsOf'],
  asked: Asked,
): Figure {
  const around: Around = {
    among: ({ tree }, on) => amongIn(pack, recordsOf, tree, on),
    goal: ({ of }, { scope, asOf }) => {
      const plan = recordsOf(pack.registers.scope!).find(({ id }) => id === scope)
      return plan === undefined ? null : goalIn(plan.values, of, asOf)
    },
  }
  return figureFrom(pack, indicator, asked, around, (need) => readingInMemory({ pack, recordsOf }, need))
}

function readingInMemory(shelf: Shelf, { indicator, asked }: Need): Reading {
  const contributions = isLeaf(indicator) ? contributionsIn(shelf, indicator, asked) : null
  const stated = papersIn(shelf, indicator, 'stated', asked)
  const tree = organsIn(shelf)
  const settled = stated.map((paper) => {
    const above = stated.flatMap(({ organ }) => (isAbove(tree, organ, paper) ? organ! : []))
    const counted = countedFor(indicator, paper, contributions ?? [], (id, day) =>
      isUnder(tree, id, paper.organ ?? '', day ?? asked.asOf),
    )
    return { ...paper, above: [...new Set(above)], counted }
  })
  const tally = contributions === null ? null : tallyOf(contributions)
  return { tally, papers: [...settled, ...papersIn(shelf, indicator, 'quoted', asked)] }
}

function organsIn({ pack, recordsOf }: Shelf): Descent[] {
  const register = pack.registers.organ!
  return descentsOf(treeOf(register, recordsOf(register)))
}

/** Does an organ lie above that of a paper, on the last day that the paper speaks of? */
function isAbove(tree: readonly Descent[], organ: string | null, paper: Paper): boolean {
  return organ !== null && organ !== paper.organ && isUnder(tree, paper.organ ?? '', organ, paper.period.to)
}

type Leaf = Parameters<typeof contributionsOf>[0]

function contributionsIn({ pack, recordsOf }: Shelf, leaf: Leaf, asked: Asked): Contribution[] {
  const register = pack.registers[leaf.register]!
  const pointed = pointedIn(pack, recordsOf)
  const belongs = belongsTo(pack, leaf, recordsOf, asked)
  return recordsOf(register)
    .flatMap((record) => contributionsOf(leaf, register, record, { belongs, pointed, asOf: asked.asOf }))
    .filter((contribution) => counts(contribution, asked.period, asked.asOf))
}

function papersIn(shelf: Shelf, indicator: BasicIndicator, source: Paper['source'], asked: Asked): Paper[] {
  if (!indicator.sources.includes(source)) return []
  const register = shelf.pack.registers[paperRegisters[source]]!
  const found = new Set(
    contributionsIn(shelf, papersLeaf(indicator, source, asked), papersAsked(asked)).map(
      ({ record }) => record,
    ),
  )
  return shelf
    .recordsOf(register)
    .filter(({ id }) => found.has(id))
    .map((record) => paperOf(source, record))
}

/** What the records of a paper's organ, and of those below it on their day, come to over the days of the paper. */
function countedFor(
  indicator: BasicIndicator,
  { period }: Paper,
  contributions: readonly Contribution[],
  isOfIt: (organ: string, day: Day | null) => boolean,
): Paper['counted'] {
  const own = contributions.filter(
    ({ organs, on }) =>
      organs.some((organ) => isOfIt(organ, on)) &&
      (isStock(indicator) || (period.from <= on! && on! <= period.to)),
  )
  return own.length === 0 ? null : tallyOf(own)
}
