import { type RawBuilder, sql } from 'kysely'
import type { IndexColumn } from './columns.ts'
import type { KeptStep } from './kept.ts'
import type { Step } from './step.ts'

const ledger = (name: string) => sql.id('ledger', name)

function names(columns: readonly string[]): RawBuilder<unknown> {
  return sql.join(columns.map((column) => sql.id(column)))
}

/** The statement of a step that is one. */
export function statementOf(
  step: Exclude<Step, { do: 'renameRegister' | 'fillDefault' | 'derive' } | KeptStep>,
): RawBuilder<unknown> {
  switch (step.do) {
    case 'renameTable':
      return sql`alter table ${ledger(step.from)} rename to ${sql.id(step.to)}`
    case 'renameColumn':
    case 'setAside':
      return sql`alter table ${ledger(step.table)} rename column ${sql.id(step.from)} to ${sql.id(step.to)}`
    case 'renameIndex':
      return sql`alter index ${ledger(step.from)} rename to ${sql.id(step.to)}`
    case 'renameConstraint':
      return sql`alter table ${ledger(step.table)} rename constraint ${sql.id(step.from)} to ${sql.id(step.to)}`
    case 'createTable':
      return createTable(step)
    case 'addColumn':
      return sql`alter table ${ledger(step.table)} add column ${sql.id(step.column)} ${sql.raw(step.type)}`
    case 'dropForeignKey':
      return sql`alter table ${ledger(step.table)} drop constraint ${sql.id(step.name)}`
    case 'dropIndex':
      return sql`drop index ${ledger(step.name)}`
    case 'addForeignKey':
      return addForeignKey(step)
    case 'createIndex':
      return createIndex(step)
    case 'renameSerial':
      return sql`update anzhi.counter set field = ${step.to} where register = ${step.register} and field = ${step.from}`
    case 'renameRole':
      return sql`update anzhi.account set roles = array_replace(roles, ${step.from}, ${step.to}) where ${step.from} = any(roles)`
    case 'renameValues':
      return renameValues(step)
    case 'fillColumns':
      return fillColumns(step)
  }
}

type Do<Name extends Step['do']> = Extract<Step, { do: Name }>

function createTable({ table }: Do<'createTable'>): RawBuilder<unknown> {
  const columns = table.columns.map(({ name, type }) => sql`${sql.id(name)} ${sql.raw(type)}`)
  const key = sql`primary key (${names(table.primaryKey)})`
  return sql`create table ${ledger(table.name)} (${sql.join([...columns, key])})`
}

function addForeignKey({ table, key }: Do<'addForeignKey'>): RawBuilder<unknown> {
  return sql`alter table ${ledger(table)} add constraint ${sql.id(key.name)} foreign key (${names(key.columns)})
    references ${ledger(key.table)} (${names(key.to)}) deferrable initially deferred`
}

function createIndex({ table, index }: Do<'createIndex'>): RawBuilder<unknown> {
  const using = sql.raw(index.using ?? 'btree')
  return sql`create index ${sql.id(index.name)} on ${ledger(table)} using ${using}
    (${sql.join(index.columns.map(indexColumn))})`
}

function indexColumn(column: IndexColumn): RawBuilder<unknown> {
  if (typeof column === 'string') return sql.id(column)
  const { name, byCode, descending } = column
  return sql`${sql.id(name)} ${sql.raw(byCode ? 'collate "C"' : '')} ${sql.raw(descending ? 'desc' : 'asc')} nulls last`
}

function renameValues({ table, column, many, names: named }: Do<'renameValues'>): RawBuilder<unknown> {
  const at = sql.id(column)
  const old = sql`${Object.keys(named)}::text[]`
  const to = sql`${JSON.stringify(named)}::jsonb`
  if (!many) return sql`update ${ledger(table)} set ${at} = ${to} ->> ${at} where ${at} = any(${old})`
  return sql`update ${ledger(table)} set ${at} = array(
      select coalesce(${to} ->> o.option, o.option) from unnest(${at}) with ordinality o (option, n) order by o.n)
    where ${at} && ${old}`
}

/** The lives that are there take the value that their record has now: nobody knows an earlier one. */
function fillColumns({ span, record, columns }: Do<'fillColumns'>): RawBuilder<unknown> {
  const set = columns.map((column) => sql`${sql.id(column)} = ${sql.id('r', column)}`)
  return sql`update ${ledger(span)} s set ${sql.join(set)} from ${ledger(record)} r
    where r.district = s.district and r.id = s.record`
}
