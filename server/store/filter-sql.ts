import type { Register } from '@anzhi/engine/pack'
import type { Filter, OrderTest, Test } from '@anzhi/engine/query'
import { type RawBuilder, sql } from 'kysely'
import { param } from './rows.ts'
import { keyColumn } from './schema/tables.ts'

/** Where a field of a filter is read from: the alias of its table. */
export type AliasOf = (field: string) => 'r' | 's'

const inRecord: AliasOf = () => 'r'

const operators = { before: sql`<`, upTo: sql`<=`, from: sql`>=`, after: sql`>` } as const satisfies Record<
  OrderTest,
  unknown
>

/**
 * A filter as SQL. Three-valued inside, two-valued outside: `and` and `or` of unknown tests are never true
 * where they should be false, and `not` is `is not true`.
 */
export function filterSql(
  register: Register,
  filter: Filter,
  aliasOf: AliasOf = inRecord,
): RawBuilder<boolean> {
  const parts = (filters: Filter[]) => filters.map((part) => filterSql(register, part, aliasOf))
  if ('all' in filter) return joined(parts(filter.all), ' and ', true)
  if ('any' in filter) return joined(parts(filter.any), ' or ', false)
  if ('not' in filter) return sql`(${filterSql(register, filter.not, aliasOf)}) is not true`
  return testSql(register, filter.field, filter.test, aliasOf)
}

function joined(parts: RawBuilder<boolean>[], word: string, whenEmpty: boolean): RawBuilder<boolean> {
  if (parts.length === 0) return sql`${sql.lit(whenEmpty)}`
  return sql`(${sql.join(parts, sql.raw(word))})`
}

/** A field's key column and its type; texts are compared by code point, whatever the database's collation. */
export function keySql(register: Register, field: string, aliasOf: AliasOf = inRecord) {
  const column =
    field === 'state' ? { name: 'state', type: 'text' as const } : keyColumn(register.fields[field]!)
  const stored = sql.ref(`${aliasOf(field)}.${column.name}`)
  const isList = column.type === 'text[]'
  // Several options are told apart and ordered as one text, as in memory.
  const bare = isList ? sql`array_to_string(${stored}, ',')` : stored
  const type = isList ? ('text' as const) : column.type
  return { type, bare, stored, isList, ordered: type === 'text' ? sql`${bare} collate "C"` : bare }
}

function testSql(register: Register, field: string, test: Test, aliasOf: AliasOf): RawBuilder<boolean> {
  const { type, bare, ordered, stored, isList } = keySql(register, field, aliasOf)
  if (test.is === 'known') return sql`${stored} is not null`
  // Folding A-Z only, as in memory: the "C" collation leaves all other letters alone.
  if (test.is === 'has') {
    return sql`strpos(lower(${bare} collate "C"), lower(${test.text}::text collate "C")) > 0`
  }
  if (test.is === 'oneOf' && isList) return sql`${stored} && ${param(test.values, 'text[]')}`
  if (test.is === 'oneOf') return sql`${bare} = any(${param(test.values, `${type}[]`)})`
  if (typeof test.bound === 'object')
    throw new Error('a test against asOf is compiled by the figure, not here')
  return sql`${ordered} ${operators[test.is]} ${param(test.bound, type)}`
}
