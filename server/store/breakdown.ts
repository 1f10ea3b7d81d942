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
import { getRegister, type Indicator, isLeaf } from '@anzhi/engine/pack'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { partSql } from './along-sql.ts'
import { contributionsSql, inSpan, type TallyRow, tallyIn, tallySql } from './contributions-sql.ts'
import { keySql } from './filter-sql.ts'
import { orderSql } from './page-sql.ts'
import { readPapers } from './papers.ts'
import { tableSql } from './records.ts'
import { daysSql } from './tree.ts'

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
  const tallies = new Map<string, Map<string | null, Tally>>()
  for (const need of needsOf(context.pack, indicator, asked)) {
    tallies.set(keyOf(need), await readParts(context, need, to))
  }
  const found = [...tallies.values()].flatMap((parts) => [...parts.keys()])
  const ids = await inOrder(context, asked, to.tree, found)
  const parts: Part[] = []
  for (const node of [...ids, ...(found.includes(null) ? [null] : [])]) {
    const own = partAsked(asked, to, node)
    // What stands nowhere in the tree is of no organ, and no organ states it.
    const isNowhere = node === null && asked.node === undefined
    const papers = isNowhere ? new Map() : await papersOf(context, indicator, own)
    const figure = figureFrom(context.pack, indicator, own, (need) => {
      const tally = tallies.get(keyOf(need))!.get(node) ?? nothing
      return { tally: isLeaf(need.indicator) ? tally : null, papers: papers.get(keyOf(need)) ?? [] }
    })
    parts.push({ node, figure })
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
  for (const need of needsOf(context.pack, indicator, asked)) {
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

/** Those right below the node on the as-of day, and whatever else has a part, in the order of their register's list. */
async function inOrder(
  context: Context,
  { node, asOf }: Asked,
  tree: string,
  found: readonly (string | null)[],
): Promise<string[]> {
  const register = getRegister(context.pack, tree)
  const day = sql`${asOf}::date`
  const below =
    node === undefined
      ? sql`not exists (select from anzhi.tree u where u.district = t.district and u.register = t.register
          and u.id = t.id and u.depth > 0 and ${daysSql('u', day)})`
      : sql`t.ancestor = ${node.id}::uuid and t.depth = 1`
  const order = register.list.order.map((name) => ({
    field: name.replace(/^-/, ''),
    descending: name.startsWith('-'),
  }))
  const { rows } = await sql<{ id: string }>`
    select r.id from ${tableSql(register)} where r.district = ${context.actor.district} and (
      r.id = any(${found.filter((id) => id !== null)}::uuid[])
      or ${keySql(register, 'state').bare} <> 'withdrawn' and exists (select from anzhi.tree t where t.district = r.district
        and t.register = ${tree} and t.id = r.id and ${daysSql('t', day)} and ${below}))
    ${orderSql(register, order)}`.execute(context.db)
  return rows.map(({ id }) => id)
}
