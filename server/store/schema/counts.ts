import type { Register } from '@anzhi/engine/pack'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db.ts'
import { columnsOf } from './columns.ts'
import { type Shelf, shelvesOf } from './shelf.ts'

const table = (name: string) => sql.id('ledger', name)

/** How many records a register has, of every district. */
export async function countAll(db: Db, register: Register): Promise<number> {
  return countRows(db, sql`select id from ${table(register.table)}`)
}

/** How many records have something in a field, now or in the course of their lives. */
export function countKnown(db: Db, register: Register, name: string): Promise<number> {
  return countOn(db, register, name, (columns) => sql`num_nonnulls(${sql.join(columns)}) > 0`)
}

/** How many records do not know a field that they should; what was withdrawn need not know anything. */
export async function countUnknown(db: Db, register: Register, name: string | null): Promise<number> {
  const field = name === null ? undefined : register.fields[name]
  const columns = field === undefined ? [] : columnsOf(field).map((column) => sql.id(column.name))
  const unknown = columns.length === 0 ? sql`true` : sql`num_nonnulls(${sql.join(columns)}) = 0`
  return countRows(
    db,
    sql`select id from ${table(register.table)} where state <> 'withdrawn' and ${unknown}
      ${field !== undefined && columns.length === 0 ? sql`and ${hasNoParts(register, name!)}` : sql``}`,
  )
}

function hasNoParts(register: Register, name: string): RawBuilder<unknown> {
  const part = partOf(register, name)!
  return sql`not exists (select from ${table(part.table)} p
    where p.district = ${table(register.table)}.district and p.record = ${table(register.table)}.id)`
}

/** How many records are, or were, in a state. */
export function countInState(db: Db, register: Register, state: string): Promise<number> {
  const [record, span] = shelvesOf(register)
  const held = [record!, span!].map(
    (shelf) => sql`select ${sql.id(shelf.record)} from ${table(shelf.table)} where state = ${state}`,
  )
  return countRows(db, sql`${sql.join(held, sql` union `)}`)
}

/** How many records have an option in a field, now or in the course of their lives. */
export function countOption(
  db: Db,
  register: Register,
  name: string,
  { suffix, many }: { suffix: string; many: boolean },
  option: string,
): Promise<number> {
  const test = (column: RawBuilder<unknown>) =>
    many ? sql`${option} = any(${column})` : sql`${column} = ${option}`
  return countOn(db, register, name, (_columns, at) => test(at(suffix)))
}

/** How many rows have something in a column. */
export function countIn(db: Db, name: string, column: string): Promise<number> {
  return countRows(db, sql`select ctid from ${table(name)} where ${sql.id(column)} is not null`)
}

type Condition = (
  columns: RawBuilder<unknown>[],
  at: (suffix: string) => RawBuilder<unknown>,
) => RawBuilder<unknown>

/** The different records that a condition on the columns of a field holds for, on any shelf. */
async function countOn(db: Db, register: Register, name: string, condition: Condition): Promise<number> {
  const part = partOf(register, name)
  if (part !== undefined) return countRows(db, sql`select distinct record from ${table(part.table)}`)
  const found = shelvesOf(register).flatMap((shelf) =>
    shelf.fields.flatMap(({ name: own, field }) => {
      const columns = columnsOf(field).map((column) => sql.id(column.name))
      if (own !== name || columns.length === 0) return []
      const holds = condition(columns, (suffix) => sql.id(field.column + suffix))
      return [sql`select ${sql.id(shelf.record)} from ${table(shelf.table)} where ${holds}`]
    }),
  )
  return found.length === 0 ? 0 : countRows(db, sql`${sql.join(found, sql` union `)}`)
}

/** The shelf of the parts of a field. */
function partOf(register: Register, name: string): Shelf | undefined {
  return shelvesOf(register).find(({ fields }) => fields.some((one) => one.name.startsWith(`${name}.`)))
}

async function countRows(db: Db, query: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(*) as n from (${query}) as c`.execute(db)
  return Number(rows[0]!.n)
}
