import { fieldTypeOf } from '@anzhi/engine/fields'
import type { Field, Register } from '@anzhi/engine/pack'
import type { Filter, OrderBy } from '@anzhi/engine/query'
import type { LivingRecord } from '@anzhi/engine/record'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { filterSql } from './filter-sql.ts'
import { afterSql, cursorColumns, cursorOf, orderSql } from './page-sql.ts'
import { recordOf, recordsOf } from './parts.ts'
import { type BareRecord, type Row, spanOf } from './rows.ts'
import { readTags } from './tags.ts'
import { visible } from './visible.ts'

export interface ListQuery {
  filter: Filter
  search: string | null
  order: readonly OrderBy[]
  limit: number
  after: string | null
}

export interface Page {
  records: BareRecord[]
  total: number
  /** Where the next page begins; null when this is the last. */
  next: string | null
}

/** The table of a register, as `r`. */
export function tableSql(register: Register): RawBuilder<unknown> {
  return sql`${sql.id('ledger', register.table)} as r`
}

/** One page of the records that the actor may see, with the number of all of them. */
export async function listRecords(context: Context, register: Register, query: ListQuery): Promise<Page> {
  const where = sql`${visible(context, register)} and ${filterSql(register, query.filter)} and ${searchSql(register, query.search)}`
  const from = query.after === null ? sql`true` : afterSql(register, query.order, query.after)
  const { rows } = await sql<Row>`
    select r.* ${cursorColumns(register, query.order)} from ${tableSql(register)}
    where ${where} and ${from} ${orderSql(register, query.order)} limit ${query.limit + 1}`.execute(
    context.db,
  )
  const total = await sql<{ total: string }>`
    select count(*) as total from ${tableSql(register)} where ${where}`.execute(context.db)
  const page = rows.slice(0, query.limit)
  return {
    records: await recordsOf(context.db, register, page),
    total: Number(total.rows[0]!.total),
    next: rows.length > page.length ? cursorOf(query.order, page.at(-1)!) : null,
  }
}

/** Every word must occur in one of the fields that the register searches. */
function searchSql(register: Register, search: string | null): RawBuilder<boolean> {
  const words = (search ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return sql`true`
  const fields = Object.values(register.fields).filter(
    ({ spec }) => spec.search === true || spec.type === 'serial',
  )
  const found = words.map((word) => ({ any: fields.flatMap((field) => hasWord(field, word)) }))
  return filterSql(register, { all: found })
}

/** A word as this field keeps it; of brackets alone nothing would be left, and they would be found everywhere. */
function hasWord({ id, spec }: Field, word: string): Filter[] {
  const text = fieldTypeOf(spec).key.phrase?.(word) ?? ''
  return text === '' ? [] : [{ field: id, test: { is: 'has', text } }]
}

/** A record that the actor may see, or undefined. */
export async function findRecord(
  context: Context,
  register: Register,
  id: string,
): Promise<BareRecord | undefined> {
  const { rows } = await sql<Row>`
    select r.* from ${tableSql(register)} where ${visible(context, register)} and r.id = ${id}::uuid`.execute(
    context.db,
  )
  return rows[0] === undefined ? undefined : recordOf(context.db, register, rows[0])
}

/** A record that the actor may see, with its life, or undefined. */
export async function findLiving(
  context: Context,
  register: Register,
  id: string,
): Promise<LivingRecord | undefined> {
  return readLiving(context, register, sql`${visible(context, register)} and r.id = ${id}::uuid`)
}

/** A record of the district with its life, whoever may see it, or undefined. */
export async function livingRecord(
  context: Context,
  register: Register,
  id: string,
): Promise<LivingRecord | undefined> {
  return readLiving(context, register, sql`r.district = ${context.actor.district} and r.id = ${id}::uuid`)
}

async function readLiving(
  context: Context,
  register: Register,
  where: RawBuilder<unknown>,
): Promise<LivingRecord | undefined> {
  const { rows } = await sql<Row>`select r.* from ${tableSql(register)} where ${where}`.execute(context.db)
  if (rows[0] === undefined) return undefined
  const record = await recordOf(context.db, register, rows[0])
  const spans = await sql<Row>`
    select * from ${sql.id('ledger', `${register.table}_span`)}
    where district = ${context.actor.district} and record = ${record.id}::uuid order by n`.execute(context.db)
  const life = { ...record, spans: spans.rows.map((row) => spanOf(register, row)) }
  if (register.tags === null) return life
  return { ...life, tags: await readTags(context.db, context.actor.district, register, record.id) }
}
