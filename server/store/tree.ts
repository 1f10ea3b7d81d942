import type { Day } from '@anzhi/engine/calendar'
import type { Register } from '@anzhi/engine/pack'
import { type Problem, problem } from '@anzhi/engine/problem'
import type { Change } from '@anzhi/engine/record'
import {
  type Descent,
  descentsOf,
  isOwnAncestor,
  type Standing,
  standingsOf,
  treeOf,
} from '@anzhi/engine/tree'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Db } from './db.ts'
import { keyColumn } from './schema/columns.ts'

/** Of which district's tree something is said. */
interface Grove {
  db: Db
  district: string
  register: Register
}

const groveOf = ({ db, actor }: Context, register: Register): Grove => ({
  db,
  district: actor.district,
  register,
})

/** Is it so on this day? Of a row with `from_day` and `until_day`, by its alias. */
export function daysSql(alias: string, day: RawBuilder<unknown>): RawBuilder<boolean> {
  const [from, until] = [sql.ref(`${alias}.from_day`), sql.ref(`${alias}.until_day`)]
  return sql<boolean>`${from} <= ${day} and (${until} is null or ${until} > ${day})`
}

/** One at a time changes a tree: two moves that are right each by itself could make a circle. */
export async function holdTree(context: Context, register: Register): Promise<void> {
  if (register.tree === null) return
  const name = `tree ${context.actor.district} ${register.id}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(context.db)
}

/** No record may come to stand below itself, on any day. */
export async function ownAncestorProblems(
  context: Context,
  register: Register,
  change: Pick<Change, 'id' | 'spans'>,
): Promise<Problem[]> {
  if (register.tree === null) return []
  const standings = treeOf(register, [change]).get(change.id)!
  const parents = standings.flatMap(({ parent }) => parent ?? [])
  const descents = await readDescents(groveOf(context, register), parents)
  return isOwnAncestor(change.id, standings, descents) ? [problem('ownAncestor', register.tree)] : []
}

/** After a record of a tree was written: where it and everything that ever stood below it stand, by day. */
export async function keepTree(context: Context, register: Register, id: string): Promise<void> {
  if (register.tree === null) return
  const grove = groveOf(context, register)
  const touched = await readBelow(grove, id)
  const nodes = await readStandings(grove, touched)
  const others = [...nodes.values()].flatMap((all) => all.flatMap(({ parent }) => parent ?? []))
  const outside = others.filter((one) => !nodes.has(one))
  const known = byId(await readDescents(grove, outside))
  await sql`delete from anzhi.tree
    where district = ${grove.district} and register = ${register.id} and id = any(${touched}::uuid[])`.execute(
    grove.db,
  )
  await writeDescents(grove, descentsOf(nodes, known))
}

/** Makes the trees of a register anew, in every district. */
export async function rebuildTree(db: Db, register: Register): Promise<void> {
  await sql`delete from anzhi.tree where register = ${register.id}`.execute(db)
  if (register.tree === null) return
  const { rows } = await sql<{ district: string; ids: string[] }>`
    select district, array_agg(id) as ids from ${sql.id('ledger', register.table)} group by district`.execute(
    db,
  )
  for (const { district, ids } of rows) {
    const grove = { db, district, register }
    await writeDescents(grove, descentsOf(await readStandings(grove, ids)))
  }
}

function parentOf({ register }: Grove): RawBuilder<unknown> {
  return sql.id(keyColumn(register.fields[register.tree!]!).name)
}

/** A record and all that ever named it, or one that did, as the one above. */
async function readBelow(grove: Grove, id: string): Promise<string[]> {
  const spans = sql.id('ledger', `${grove.register.table}_span`)
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select ${id}::uuid as id
      union
      select s.record from ${spans} as s join below on s.${parentOf(grove)} = below.id
      where s.district = ${grove.district}
    )
    select id from below`.execute(grove.db)
  return rows.map((row) => row.id)
}

async function readStandings(grove: Grove, ids: string[]): Promise<Map<string, Standing[]>> {
  const { rows } = await sql<Standing & { id: string }>`
    select record as id, from_day as "from", until_day as until, ${parentOf(grove)} as parent
    from ${sql.id('ledger', `${grove.register.table}_span`)}
    where district = ${grove.district} and record = any(${ids}::uuid[]) order by record, n`.execute(grove.db)
  const lives = byId(rows)
  return new Map(ids.map((id) => [id, standingsOf(lives.get(id) ?? [])]))
}

function byId<T extends { id: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), row])
  return found
}

async function readDescents({ db, district, register }: Grove, ids: string[]): Promise<Descent[]> {
  const { rows } = await sql<Descent>`
    select id, ancestor, depth, from_day as "from", until_day as until from anzhi.tree
    where district = ${district} and register = ${register.id} and id = any(${ids}::uuid[])`.execute(db)
  return rows
}

async function writeDescents({ db, district, register }: Grove, descents: Descent[]): Promise<void> {
  await sql`insert into anzhi.tree (district, register, id, ancestor, depth, from_day, until_day)
    select ${district}, ${register.id}, d.id, d.ancestor, d.depth, d.from, d.until
    from jsonb_to_recordset(${JSON.stringify(descents)}::jsonb)
      as d (id uuid, ancestor uuid, depth integer, "from" date, until date)`.execute(db)
}

/** The records from the top down to this one on a day; empty where there is none, or it was a mistake. */
export async function pathTo(context: Context, register: string, id: string): Promise<string[]> {
  const { rows } = await sql<{ path: string[] | null }>`
    select ${pathSql(context.actor.district, register, sql`${id}::uuid`, context.today)} as path`.execute(
    context.db,
  )
  return rows[0]!.path ?? []
}

/** The tree in which a record stands, or has stood, or undefined. */
export async function findTreeOf({ db, actor }: Context, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ register: string }>`
    select register from anzhi.tree where district = ${actor.district} and id = ${id}::uuid and ancestor = id limit 1`.execute(
    db,
  )
  return rows[0]?.register
}

/** As an array: from the top down to a record. */
export function pathSql(
  district: unknown,
  register: string,
  id: RawBuilder<unknown>,
  day: Day,
): RawBuilder<unknown> {
  return sql`(select array_agg(t.ancestor order by t.depth desc) from anzhi.tree t
    where t.district = ${district} and t.register = ${register} and t.id = ${id} and ${daysSql('t', sql`${day}::date`)})`
}

/** As an array: a record and everything below it. */
export function belowSql(
  district: unknown,
  register: string,
  id: RawBuilder<unknown>,
  day: Day,
): RawBuilder<unknown> {
  return sql`(select array_agg(t.id) from anzhi.tree t
    where t.district = ${district} and t.register = ${register} and t.ancestor = ${id} and ${daysSql('t', sql`${day}::date`)})`
}
