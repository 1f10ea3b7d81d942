import { type Field, partTables, type Register } from '@anzhi/engine/pack'
import { trackedOf } from './columns.ts'

/** A table of a register with the fields that are kept in it, by the names by which a pack speaks of them. */
export interface Shelf {
  table: string
  /** The column by which its rows name their record. */
  record: 'id' | 'record'
  fields: { name: string; field: Field }[]
}

/** Where the values of a register are: its records, the stretches of their lives, the parts of what has several. */
export function shelvesOf(register: Register): Shelf[] {
  const named = (fields: readonly Field[], name = (field: Field) => field.id) =>
    fields.map((field) => ({ name: name(field), field }))
  return [
    { table: register.table, record: 'id', fields: named(Object.values(register.fields)) },
    { table: `${register.table}_span`, record: 'record', fields: named(trackedOf(register)) },
    ...partTables(register).map(
      (part): Shelf => ({
        table: part.table,
        record: 'record',
        fields: named(Object.values(part.fields), ({ id }) => `${part.field.id}.${id}`),
      }),
    ),
  ]
}
