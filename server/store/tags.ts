import { getRegister, type Register } from '@anzhi/engine/pack'
import { type Change, ruleTags, type Tag, toldTags } from '@anzhi/engine/record'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Db } from './db.ts'

/** The table in which stands what the records of a register belong to. */
export function tagTable(register: Pick<Register, 'table'>): RawBuilder<unknown> {
  return sql.id('ledger', `${register.table}_tag`)
}

/** What a record belongs to, and from when until when, the oldest first. */
export async function readTags(db: Db, district: string, register: Register, id: string): Promise<Tag[]> {
  const { rows } = await sql<Tag>`
    select node, from_day as "from", until_day as until, how from ${tagTable(register)}
    where district = ${district} and record = ${id}::uuid order by n`.execute(db)
  return rows
}

/** What each of some records belongs to. */
export async function readAllTags(
  db: Db,
  district: string,
  register: Register,
  records: readonly { id: string }[],
): Promise<Map<string, Tag[]>> {
  const { rows } = await sql<Tag & { record: string }>`
    select record, node, from_day as "from", until_day as until, how from ${tagTable(register)}
    where district = ${district} and record = any(${records.map(({ id }) => id)}::uuid[]) order by record, n`.execute(
    db,
  )
  const found = new Map<string, Tag[]>()
  for (const { record, ...tag } of rows) found.set(record, [...(found.get(record) ?? []), tag])
  return found
}

/** After a record was written: what was said of it, and what the rules of the pack say of it now. */
export async function keepTags(context: Context, register: Register, change: Change): Promise<void> {
  if (register.tags === null) return
  const { db, actor } = context
  const told =
    'tags' in change.after
      ? ((change.after.tags ?? []) as Tag[])
      : toldTags(await readTags(db, actor.district, register, change.id))
  const keys = register.tags.rules.map(({ scope }) => scope)
  const nodes = await findScopes(context, keys)
  const tags = [...told, ...ruleTags(register, change, (key) => nodes.get(key))]
  await writeTags(db, actor.district, register, change.id, tags)
}

/** Puts these in the place of what a record belonged to. */
export async function writeTags(
  db: Db,
  district: string,
  register: Pick<Register, 'table'>,
  id: string,
  tags: readonly Tag[],
): Promise<void> {
  const table = tagTable(register)
  await sql`delete from ${table} where district = ${district} and record = ${id}::uuid`.execute(db)
  if (tags.length === 0) return
  await sql`insert into ${table} (district, record, n, node, from_day, until_day, how)
    select ${district}, ${id}::uuid, row_number() over () - 1, t.node, t.from, t.until, t.how
    from jsonb_to_recordset(${JSON.stringify(tags)}::jsonb) as t (node uuid, "from" date, until date, how text)`.execute(
    db,
  )
}

/** The scopes of the district by the keys that packs know them by; of two with one key the older. */
export async function findScopes(
  { db, actor, pack }: Pick<Context, 'db' | 'actor' | 'pack'>,
  keys: readonly string[],
): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{ key: string; id: string }>`
    select distinct on (key) key, id from ${sql.id('ledger', getRegister(pack, 'scope').table)}
    where district = ${actor.district} and key = any(${keys}::text[]) and state <> 'withdrawn' order by key, id`.execute(
    db,
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}
