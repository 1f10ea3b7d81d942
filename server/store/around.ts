import { type Around, type Asked, goalIn, orderOf } from '@anzhi/engine/indicator'
import { getRegister, type Indicator } from '@anzhi/engine/pack'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { keySql } from './filter-sql.ts'
import { orderSql } from './page-sql.ts'
import { findRecord, tableSql } from './records.ts'
import type { BareRecord } from './rows.ts'
import { daysSql } from './tree.ts'

/** For figures that need nothing of the kind. */
export const nobody: Around = { among: () => [], goal: () => null }

/** Looks up what figures need beside what they read: whom a rank compares, what a plan says. */
export async function readAround(
  context: Context,
  indicators: readonly Indicator[],
  asked: Asked,
): Promise<Around> {
  const trees = new Set(indicators.flatMap((one) => (one.kind === 'rank' ? [one.tree] : [])))
  const among = new Map<string, string[]>()
  // Who does not see what the others did would be told a place that is none.
  if (seesDistrict(context)) {
    for (const tree of trees) among.set(tree, await readAmong(context, tree, asked))
  }
  const plan = indicators.some(isPlanned) ? await findPlan(context, asked) : undefined
  return {
    among: ({ tree }) => among.get(tree) ?? [],
    goal: ({ of }) => (plan === undefined ? null : goalIn(plan.values, of, asked.asOf)),
  }
}

/** Does the plan of a campaign say its goal? */
function isPlanned(indicator: Indicator): boolean {
  return indicator.kind === 'target' && indicator.goal === null
}

async function findPlan(context: Context, { scope }: Asked): Promise<BareRecord | undefined> {
  return scope === undefined ? undefined : findRecord(context, getRegister(context.pack, 'scope'), scope)
}

function seesDistrict({ pack, actor }: Context): boolean {
  return actor.roles.some((role) => pack.roles[role]?.sees === 'district')
}

/** Those that stand beside a node; without one, those below the only one at the top. As `amongIn` in the engine says. */
async function readAmong(context: Context, tree: string, { node, asOf }: Asked): Promise<string[]> {
  if (node === undefined) {
    const top = await readBelow(context, tree, null, asOf)
    return top.length === 1 ? readBelow(context, tree, top[0]!, asOf) : top
  }
  const { rows } = await sql<{ ancestor: string }>`
    select t.ancestor from anzhi.tree t where t.district = ${context.actor.district} and t.register = ${tree}
      and t.id = ${node.id}::uuid and t.depth = 1 and ${daysSql('t', sql`${asOf}::date`)}`.execute(context.db)
  return readBelow(context, tree, rows[0]?.ancestor ?? null, asOf)
}

/** Those right below a node on a day, or (null) at the top; and some others. In the order of their register's list. */
export async function readBelow(
  context: Context,
  tree: string,
  node: string | null,
  asOf: string,
  others: readonly string[] = [],
): Promise<string[]> {
  const register = getRegister(context.pack, tree)
  const { rows } = await sql<{ id: string }>`
    select r.id from ${tableSql(register)} where r.district = ${context.actor.district} and (
      r.id = any(${others}::uuid[])
      or ${keySql(register, 'state').bare} <> 'withdrawn' and exists (select from anzhi.tree t
        where t.district = r.district and t.register = ${tree} and t.id = r.id
          and ${daysSql('t', sql`${asOf}::date`)} and ${belowSql(node, asOf)}))
    ${orderSql(register, orderOf(register))}`.execute(context.db)
  return rows.map(({ id }) => id)
}

function belowSql(node: string | null, asOf: string): RawBuilder<boolean> {
  if (node !== null) return sql<boolean>`t.ancestor = ${node}::uuid and t.depth = 1`
  return sql<boolean>`not exists (select from anzhi.tree u where u.district = t.district and u.register = t.register
    and u.id = t.id and u.depth > 0 and ${daysSql('u', sql`${asOf}::date`)})`
}
