import { type Column, fieldTypeOf } from '@anzhi/engine/fields'
import type { Field, Register } from '@anzhi/engine/pack'

/** A table as the definitions want it. */
export interface Table {
  name: string
  columns: { name: string; type: string }[]
  primaryKey: string[]
  foreignKeys: { name: string; columns: string[]; table: string; to: string[] }[]
  indexes: { name: string; columns: IndexColumn[]; using?: 'gin' }[]
}

/** A column, or a column in the order of a list: unknown last, text by code point. */
export type IndexColumn = string | { name: string; byCode: boolean; descending: boolean }

/** The columns of one field: `due`, `due_kind`, `due_text`. */
export function columnsOf(field: Field): { name: string; type: Column['type'] }[] {
  const columns = fieldTypeOf(field.spec).columns(field.spec)
  return columns.map(({ suffix, type }) => ({ name: field.column + suffix, type }))
}

type KeyColumn = { name: string; type: Column['type'] }

/** The column that filters, orders and figures read. */
export function keyColumn(field: Field): KeyColumn {
  const column = findKeyColumn(field)
  if (column === undefined) throw new Error(`${field.id} is kept in parts and has no column`)
  return column
}

export function findKeyColumn(field: Field): KeyColumn | undefined {
  const type = fieldTypeOf(field.spec)
  const { suffix } = type.key
  const column = type.columns(field.spec).find((one) => one.suffix === suffix)
  return column === undefined ? undefined : { name: field.column + suffix, type: column.type }
}

/** The fields whose history is kept by the day, in the order of the definition. */
export function trackedOf(register: Register): Field[] {
  return Object.values(register.fields).filter(({ spec }) => spec.tracked === true)
}
