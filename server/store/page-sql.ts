import { isDay } from '@anzhi/engine/calendar'
import { isUuid, type SqlType } from '@anzhi/engine/fields'
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

// No field's column begins with this sign.
const keyName = (i: number) => `$${i}`

/** Columns that a cursor is made of, as text. */
export function cursorColumns(register: Register, orders: readonly OrderBy[]): RawBuilder<unknown> {
  const keys = orders.map(
    ({ field }, i) => sql`, ${keySql(register, field).bare}::text as ${sql.id(keyName(i))}`,
  )
  return sql.join(keys, sql``)
}

/** Where the page after this row begins. */
export function cursorOf(orders: readonly OrderBy[], row: Row): string {
  const keys = orders.map((_order, i) => row[keyName(i)] ?? null)
  return Buffer.from(JSON.stringify([...keys, row.id])).toString('base64url')
}

/** The record behind which a page ended, by a cursor that has been read. */
export function idIn(cursor: string): string {
  return (parseJson(Buffer.from(cursor, 'base64url').toString('utf8')) as string[]).at(-1)!
}

/** What comes after a cursor: equal so far, and later (or unknown) in the next key. */
export function afterSql(
  register: Register,
  orders: readonly OrderBy[],
  cursor: string,
): RawBuilder<boolean> {
  const columns = orders.map(({ field }) => keySql(register, field))
  const keys = readCursor(cursor, [...columns.map(({ type }) => type), 'uuid'])
  const id = keys.at(-1)
  if (id === null) return refuse('badCursor', 'after')
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

/** A cursor comes back from outside: every key of it must be what its column could have given. */
function readCursor(cursor: string, types: SqlType[]): (string | null)[] {
  const keys = parseJson(Buffer.from(cursor, 'base64url').toString('utf8'))
  const fits = Array.isArray(keys) && keys.length === types.length
  if (!fits || !keys.every((key, i) => key === null || (typeof key === 'string' && isCell[types[i]!](key))))
    return refuse('badCursor', 'after')
  return keys
}

// In the zone that every connection is set to.
function isMoment(key: string): boolean {
  const [, day] = /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d\+08$/.exec(key) ?? []
  return isDay(day)
}

const uuids = /^\{([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(,(?!\})|(?=\})))*\}$/

/** Is a text what PostgreSQL prints for a value of this type? */
const isCell: Record<SqlType, (key: string) => boolean> = {
  text: (key) => !/\p{Surrogate}|\0/u.test(key),
  'text[]': (key) => !/\p{Surrogate}|\0/u.test(key),
  integer: (key) => /^-?\d{1,10}$/.test(key) && Math.abs(Number(key)) < 2 ** 31,
  'numeric(18,2)': (key) => /^-?\d{1,16}\.\d\d$/.test(key),
  numeric: (key) => /^-?\d{1,18}(\.\d{1,12})?$/.test(key),
  date: isDay,
  'timestamp with time zone': isMoment,
  boolean: (key) => key === 'true' || key === 'false',
  uuid: isUuid,
  'uuid[]': (key) => uuids.test(key),
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
