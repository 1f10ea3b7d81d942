import type { Register } from '@anzhi/engine/pack'
import type { OrderBy } from '@anzhi/engine/query'
import { type RawBuilder, sql } from 'kysely'
import { refuse } from '../problem-error.ts'
import { keySql } from './filter-sql.ts'
import { param, type Row } from './rows.ts'

/** `order by … nulls last, id`: total, so that a page has one place to go on from. */
export function orderSql(register: Register, orders: readonly OrderBy[]): RawBuilder<unknown> {
  const steps = orders.map(({ field, descending }) => {
    const { ordered } = keySql(register, field)
    return sql`${ordered} ${sql.raw(descending ? 'desc' : 'asc')} nulls last`
  })
  return sql`order by ${sql.join([...steps, sql`r.id`])}`
}

/** Columns that a cursor is made of, named `k0`, `k1`, … as text. */
export function cursorColumns(register: Register, orders: readonly OrderBy[]): RawBuilder<unknown> {
  const keys = orders.map(
    ({ field }, i) => sql`, ${keySql(register, field).bare}::text as ${sql.id(`k${i}`)}`,
  )
  return sql.join(keys, sql``)
}

/** Where the page after this row begins. */
export function cursorOf(orders: readonly OrderBy[], row: Row): string {
  const keys = orders.map((_order, i) => row[`k${i}`] ?? null)
  return Buffer.from(JSON.stringify([...keys, row.id])).toString('base64url')
}

/** What comes after a cursor: equal so far, and later (or unknown) in the next key. */
export function afterSql(
  register: Register,
  orders: readonly OrderBy[],
  cursor: string,
): RawBuilder<boolean> {
  const keys = readCursor(cursor, orders.length + 1)
  const id = keys.at(-1)
  if (id === null) return refuse('badCursor', 'after')
  const columns = orders.map(({ field }) => keySql(register, field))
  const equal = (count: number) =>
    columns
      .slice(0, count)
      .map(({ bare, type }, i) => sql`${bare} is not distinct from ${param(keys[i], type)}`)
  const later = orders.flatMap(({ descending }, i) => {
    // Unknown comes last: nothing in this key comes after it.
    if (keys[i] === null) return []
    const { ordered, bare, type } = columns[i]!
    const beyond = sql`(${ordered} ${sql.raw(descending ? '<' : '>')} ${param(keys[i], type)} or ${bare} is null)`
    return [sql`(${sql.join([...equal(i), beyond], sql` and `)})`]
  })
  const last = sql`(${sql.join([...equal(orders.length), sql`r.id > ${param(id, 'uuid')}`], sql` and `)})`
  return sql<boolean>`(${sql.join([...later, last], sql` or `)})`
}

function readCursor(cursor: string, length: number): (string | null)[] {
  const keys = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'))
  const fits = Array.isArray(keys) && keys.length === length
  if (!fits || !keys.every((key) => key === null || typeof key === 'string'))
    return refuse('badCursor', 'after')
  return keys
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
