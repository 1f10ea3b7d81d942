import { fieldTypeOf } from '@anzhi/engine/fields'
import { findPartTable, type PartTable, type Register } from '@anzhi/engine/pack'
import type { Filter, OrderTest, Test } from '@anzhi/engine/query'
import { type RawBuilder, sql } from 'kysely'
import { param } from './rows.ts'
import { keyColumn } from './schema/columns.ts'

/** Where a field of a filter is read from: the record (`r`), a stretch of its life (`s`), one of its parts (`p`). */
export type AliasOf = (field: string) => 'r' | 's' | 'p'

/** What a filter is over: the fields of a register, or those of a row. */
export type Over = Pick<Register, 'table' | 'fields'>

const inRecord: AliasOf = () => 'r'
const inPart: AliasOf = () => 'p'

const operators = { before: sql`<`, upTo: sql`<=`, from: sql`>=`, after: sql`>` } as const satisfies Record<
  OrderTest,
  unknown
>

/**
 * A filter as SQL. Three-valued inside, two-valued outside: `and` and `or` of unknown tests are never true
 * where they should be false, and `not` is `is not true`.
 */
export function filterSql(register: Over, filter: Filter, aliasOf: AliasOf = inRecord): RawBuilder<boolean> {
  const parts = (filters: Filter[]) => filters.map((part) => filterSql(register, part, aliasOf))
  if ('all' in filter) return joined(parts(filter.all), ' and ', true)
  if ('any' in filter) return joined(parts(filter.any), ' or ', false)
  if ('not' in filter) return sql`(${filterSql(register, filter.not, aliasOf)}) is not true`
  const field = register.fields[filter.field]
  const part = field === undefined ? undefined : findPartTable(register, field)
  return part === undefined
    ? testSql(register, filter.field, filter.test, aliasOf)
    : partSql(part, filter.test)
}

/** A test of what has several parts: how many there are, or whether there is one like this. */
function partSql(part: PartTable, test: Test): RawBuilder<boolean> {
  const from = sql`from ${sql.id('ledger', part.table)} as p where p.district = r.district and p.record = r.id`
  // What has no part is unknown, and has no size.
  if (test.is === 'size') {
    const size = sql`(select count(*) ${from})`
    return sql`(${size} > 0 and ${size} ${operators[test.test]} ${test.count})`
  }
  if (test.is === 'known') return sql`exists (select ${from})`
  const key = fieldTypeOf(part.field.spec).parts!.key
  const where: Filter = test.is === 'some' ? test.where : { field: key!, test }
  return sql`exists (select ${from} and ${filterSql(part, where, inPart)})`
}

function joined(parts: RawBuilder<boolean>[], word: string, whenEmpty: boolean): RawBuilder<boolean> {
  if (parts.length === 0) return sql`${sql.lit(whenEmpty)}`
  return sql`(${sql.join(parts, sql.raw(word))})`
}

/** A field's key column and its type; texts are compared by code point, whatever the database's collation. */
export function keySql(register: Over, field: string, aliasOf: AliasOf = inRecord) {
  const column =
    field === 'state' ? { name: 'state', type: 'text' as const } : keyColumn(register.fields[field]!)
  const stored = sql.ref(`${aliasOf(field)}.${column.name}`)
  const isList = column.type === 'text[]' || column.type === 'uuid[]'
  // Several options are told apart and ordered as one text, as in memory.
  const bare = isList ? sql`array_to_string(${stored}, ',')` : stored
  const type = isList ? ('text' as const) : column.type
  return { type, bare, stored, isList, ordered: type === 'text' ? sql`${bare} collate "C"` : bare }
}

function testSql(register: Over, field: string, test: Test, aliasOf: AliasOf): RawBuilder<boolean> {
  const { type, bare, ordered, stored, isList } = keySql(register, field, aliasOf)
  if (test.is === 'known') return sql`${stored} is not null`
  // Folding A-Z only, as in memory: the "C" collation leaves all other letters alone.
  if (test.is === 'has') {
    return sql`strpos(lower(${bare} collate "C"), lower(${test.text}::text collate "C")) > 0`
  }
  if (test.is === 'size') {
    return sql`cardinality(${stored}) ${operators[test.test]} ${test.count}`
  }
  if (test.is === 'under' && 'record' in test) return belowSql(bare, test)
  if (test.is === 'under') return underSql(stored, isList, test.option)
  if (test.is === 'some') throw new Error(`${field} has no parts to look into`)
  if (test.is === 'oneOf' && isList) return sql`${stored} && ${param(test.values, 'text[]')}`
  if (test.is === 'oneOf') return sql`${bare} = any(${param(test.values, `${type}[]`)})`
  if (typeof test.bound === 'object')
    throw new Error('a test against asOf is compiled by the figure, not here')
  return sql`${ordered} ${operators[test.is]} ${param(test.bound, type)}`
}

/** What stands there today: the stretch that has not ended. */
function belowSql(
  link: RawBuilder<unknown>,
  { record, trees }: Extract<Test, { trees: readonly string[] }>,
): RawBuilder<boolean> {
  return sql<boolean>`exists (select from anzhi.tree as t where t.district = r.district and t.register = any(${trees}::text[])
    and t.id = ${link} and t.ancestor = ${record}::uuid and t.until_day is null)`
}

/** The option itself, or one below it. */
function underSql(stored: RawBuilder<unknown>, isList: boolean, option: string): RawBuilder<boolean> {
  const above = param(option, 'text')
  const isUnder = (one: RawBuilder<unknown>) =>
    sql<boolean>`(${one} = ${above} or starts_with(${one}, ${param(`${option}/`, 'text')}))`
  return isList ? sql`exists (select from unnest(${stored}) as o where ${isUnder(sql`o`)})` : isUnder(stored)
}
