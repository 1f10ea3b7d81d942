import {
  type Asked,
  type Figure,
  figureFrom,
  type Need,
  type Node,
  needsOf,
  type Paper,
  type Tally,
} from '@anzhi/engine/indicator'
import { getRegister, type Indicator, isLeaf, type RankIndicator } from '@anzhi/engine/pack'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { partSql } from './along-sql.ts'
import { nobody, readBelow } from './around.ts'
import { contributionsSql, inSpan, type TallyRow, tallyIn, tallySql } from './contributions-sql.ts'
import { readFigure } from './figures.ts'
import { readPapers } from './papers.ts'

/** A part of a figure: what falls to one of those right below a node, or (null) to none of them. */
export interface Part {
  node: string | null
  figure: Figure
}

/**
 * A figure broken down by those right below its node, or by those at the top, in the order of their register. Each record
 * falls to where it stood on the day that places it, so that counts and sums of the parts make up the whole.
 */
export async function readBreakdown(
  context: Context,
  indicator: Indicator,
  asked: Asked,
  to: Pick<Node, 'tree' | 'axis'>,
): Promise<Part[]> {
  if (indicator.kind === 'rank') return readPlaces(context, indicator, asked)
  const tallies = new Map<string, Map<string | null, Tally>>()
  for (const need of needsOf(context.pack, indicator, asked, nobody)) {
    tallies.set(keyOf(need), await readParts(context, need, to))
  }
  const found = [...tallies.values()].flatMap((parts) => [...parts.keys()])
  const others = found.filter((id) => id !== null)
  const ids = await readBelow(context, to.tree, asked.node?.id ?? null, asked.asOf, others)
  const parts: Part[] = []
  for (const node of [...ids, ...(found.includes(null) ? [null] : [])]) {
    const own = partAsked(asked, to, node)
    // What stands nowhere in the tree is of no organ, and no organ states it.
    const isNowhere = node === null && asked.node === undefined
    const papers = isNowhere ? new Map() : await papersOf(context, indicator, own)
    const figure = figureFrom(context.pack, indicator, own, nobody, (need) => {
      const tally = tallies.get(keyOf(need))!.get(node) ?? nothing
      return { tally: isLeaf(need.indicator) ? tally : null, papers: papers.get(keyOf(need)) ?? [] }
    })
    parts.push({ node, figure })
  }
  return parts
}

/** Of a rank: the place of each of those right below. */
async function readPlaces(context: Context, rank: RankIndicator, asked: Asked): Promise<Part[]> {
  const { tree, axis } = rank
  const parts: Part[] = []
  for (const node of await readBelow(context, tree, asked.node?.id ?? null, asked.asOf)) {
    const own = { ...asked, node: { tree, id: node, axis } }
    parts.push({ node, figure: await readFigure(context, rank, own) })
  }
  return parts
}

/** By need: the statements and quotations that speak for it. */
async function papersOf(
  context: Context,
  indicator: Indicator,
  asked: Asked,
): Promise<Map<string, readonly Paper[]>> {
  const found = new Map<string, readonly Paper[]>()
  for (const need of needsOf(context.pack, indicator, asked, nobody)) {
    found.set(keyOf(need), await readPapers(context, need.indicator, need.asked))
  }
  return found
}

const nothing: Tally = { records: 0, sum: '0', units: 0 }

function keyOf({ indicator, asked: { period, asOf } }: Need): string {
  return JSON.stringify([indicator.id, period, asOf])
}

/** What a part is asked for by itself. */
function partAsked(asked: Asked, to: Pick<Node, 'tree' | 'axis'>, id: string | null): Asked {
  if (id !== null) return { ...asked, node: { ...to, id, below: asked.node?.id ?? null } }
  return asked.node === undefined ? asked : { ...asked, node: { ...asked.node, alone: true } }
}

async function readParts(
  context: Context,
  { indicator: leaf, asked }: Need,
  to: Pick<Node, 'tree' | 'axis'>,
): Promise<Map<string | null, Tally>> {
  if (!isLeaf(leaf)) return new Map()
  const register = getRegister(context.pack, leaf.register)
  const part = partSql(register, leaf, asked, to, inSpan(register))
  const rows = contributionsSql(context, leaf, asked, sql`, ${part} as "$parts"`)
  const { rows: found } = await sql<TallyRow & { part: string | null }>`
    select p.part, ${tallySql} from (${rows}) as c
    left join lateral unnest(c."$parts") as p (part) on true group by p.part`.execute(context.db)
  return new Map(found.map((row) => [row.part, tallyIn(row)]))
}
