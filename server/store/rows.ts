import { fieldTypeOf } from '@anzhi/engine/fields'
import type { Field, Register } from '@anzhi/engine/pack'
import type { LivingRecord, Span, Values } from '@anzhi/engine/record'
import { type RawBuilder, sql } from 'kysely'
import { columnsOf, trackedOf } from './schema/columns.ts'

/** A row as the driver gives it. */
export type Row = Record<string, unknown>

/** A cell to be written: its column, its type and its value. */
export interface Cell {
  column: string
  type: string
  value: unknown
}

/** The cells of some fields; an unknown value empties all of a field's columns. */
export function cellsOf(fields: readonly Field[], values: Values): Cell[] {
  return fields.flatMap((field) => {
    const value = values[field.id]
    const cells = value == null ? [] : fieldTypeOf(field.spec).toColumns(value)
    return columnsOf(field).map(({ name, type }, i) => ({ column: name, type, value: cells[i] ?? null }))
  })
}

/** A value as a typed parameter: PostgreSQL never has to guess what it is. */
export function param(value: unknown, type: string): RawBuilder<unknown> {
  return sql`${value}::${sql.raw(type)}`
}

/** The values in a row, from the columns of the given fields. */
export function valuesOf(fields: readonly Field[], row: Row): Values {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const cells = columnsOf(field).map(({ name }) => row[name])
      const value = fieldTypeOf(field.spec).fromColumns(cells)
      return value === null ? [] : [[field.id, value]]
    }),
  )
}

/** A record without the days of its life. */
export type BareRecord = Omit<LivingRecord, 'spans'>

/** What a record's own row says of it: all but the parts, which stand in tables of their own. */
export function bareRecordOf(register: Register, row: Row): BareRecord {
  return {
    id: row.id as string,
    version: row.version as number,
    state: row.state as string,
    values: valuesOf(Object.values(register.fields), row),
  }
}

export function spanOf(register: Register, row: Row): Span {
  const fields = trackedOf(register)
  const unknown = Object.fromEntries(fields.map(({ id }) => [id, null]))
  return {
    from: row.from_day as string,
    until: row.until_day as string | null,
    act: row.act as string,
    by: row.by_account as string,
    state: row.state as string,
    tracked: { ...unknown, ...valuesOf(fields, row) },
  }
}
