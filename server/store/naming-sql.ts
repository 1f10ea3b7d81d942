import { type Field, findPartTable, type Register } from '@anzhi/engine/pack'
import { type RawBuilder, sql } from 'kysely'
import { columnsOf } from './schema/columns.ts'

/** The records (`r`) whose field names a record: in a column of its own, or in one of its parts. */
export function namingSql(register: Register, field: Field, id: string): RawBuilder<boolean> {
  const part = findPartTable(register, field)
  if (part === undefined) return anySql(namedIn('r', field, id))
  const named = Object.values(part.fields).flatMap((inner) => namedIn('p', inner, id))
  return sql<boolean>`exists (select from ${sql.id('ledger', part.table)} as p
    where p.district = r.district and p.record = r.id and ${anySql(named)})`
}

/** The columns of a field, by the alias of their table, that hold a record's id. */
export function namedIn(alias: string, field: Field, id: string): RawBuilder<boolean>[] {
  return columnsOf(field).flatMap(({ name, type }) => {
    const column = sql.ref(`${alias}.${name}`)
    if (type === 'uuid') return [sql<boolean>`${column} = ${id}::uuid`]
    return type === 'uuid[]' ? [sql<boolean>`${column} @> array[${id}::uuid]`] : []
  })
}

export function anySql(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`
}
