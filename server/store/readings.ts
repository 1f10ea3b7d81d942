import type { Asked, Need, Node, Reading, Tally } from '@anzhi/engine/indicator'
import { getRegister, isLeaf, type LeafIndicator } from '@anzhi/engine/pack'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { standingAtSql } from './along-sql.ts'
import { contributionsSql, inSpan, type TallyRow, tallyIn, tallySql } from './contributions-sql.ts'
import { readPapers } from './papers.ts'

/** What was read for figures, each need once. */
export type Readings = (need: Need) => Reading

/**
 * Reads everything that some figures need. What differs only in its node (a rank asks the same of all who are ranked)
 * is read in one query.
 */
export async function readAll(context: Context, needs: readonly Need[]): Promise<Readings> {
  const all = new Map(needs.map((need) => [keyOf(need), need]))
  const tallies = new Map<string, Tally>()
  for (const group of groupsOf([...all.values()])) {
    const { indicator } = group[0]!
    if (isLeaf(indicator)) await readTallies(context, indicator, group, tallies)
  }
  const readings = new Map<string, Reading>()
  for (const [key, { indicator, asked }] of all) {
    readings.set(key, {
      tally: tallies.get(key) ?? null,
      papers: await readPapers(context, indicator, asked),
    })
  }
  return (need) => readings.get(keyOf(need))!
}

function keyOf({ indicator, asked }: Need): string {
  return JSON.stringify([indicator.id, asked])
}

function groupsOf(needs: readonly Need[]): Need[][] {
  const groups = new Map<string, Need[]>()
  for (const need of needs) groups.set(groupOf(need), [...(groups.get(groupOf(need)) ?? []), need])
  return [...groups.values()]
}

/** What is told apart by its node alone. */
function groupOf({ indicator, asked: { node, ...asked } }: Need): string {
  if (node === undefined) return JSON.stringify([indicator.id, asked])
  const { id, ...to } = node
  return JSON.stringify([indicator.id, asked, to])
}

async function readTallies(
  context: Context,
  leaf: LeafIndicator,
  group: readonly Need[],
  tallies: Map<string, Tally>,
): Promise<void> {
  const [first, ...others] = group.map(({ asked }) => asked)
  const isAlike = first!.node?.below === undefined && first!.node?.alone === undefined
  if (others.length > 0 && isAlike) {
    const found = await readByNode(
      context,
      leaf,
      first!,
      group.map(({ asked }) => asked.node!.id),
    )
    for (const need of group) tallies.set(keyOf(need), found.get(need.asked.node!.id) ?? nothing)
    return
  }
  for (const need of group) {
    tallies.set(keyOf(need), await readTally(context, contributionsSql(context, leaf, need.asked)))
  }
}

const nothing: Tally = { records: 0, sum: '0', units: 0 }

/** Of several nodes at once: what stands at each of them or below. */
async function readByNode(
  context: Context,
  leaf: LeafIndicator,
  { node, ...asked }: Asked,
  ids: readonly string[],
): Promise<Map<string, Tally>> {
  const register = getRegister(context.pack, leaf.register)
  const to: Pick<Node, 'tree' | 'axis'> = node!
  const at = standingAtSql(register, leaf, asked, to, ids, inSpan(register))
  const rows = contributionsSql(context, leaf, asked, sql`, ${at} as "$nodes"`)
  const { rows: found } = await sql<TallyRow & { node: string }>`
    select n.node, ${tallySql} from (${rows}) as c
    cross join lateral unnest(c."$nodes") as n (node) group by n.node`.execute(context.db)
  return new Map(found.map((row) => [row.node, tallyIn(row)]))
}

/** What contributions come to, added up by the database. */
export async function readTally(context: Context, rows: RawBuilder<unknown>): Promise<Tally> {
  const { rows: found } = await sql<TallyRow>`select ${tallySql} from (${rows}) as c`.execute(context.db)
  return tallyIn(found[0]!)
}
