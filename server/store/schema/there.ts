import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { IndexColumn, Table } from './columns.ts'
import type { NameStep, TableStep } from './step.ts'

/** The tables of the ledger as they are, or as they will be after some steps. */
export interface There {
  /** By table and column. */
  tables: Map<string, Map<string, ColumnThere>>
  /** By name, those of primary keys as well. */
  indexes: Map<string, { table: string; columns: string[] }>
  /** By table and name. */
  foreignKeys: Map<string, { table: string; name: string; columns: string[]; target: string }>
}

interface ColumnThere {
  type: string
  /** Where it is as long as no step has been carried out. */
  at: { table: string; column: string }
}

/** How a column of an index is told apart from another: its name and its direction. */
export function indexKey(column: IndexColumn): string {
  if (typeof column === 'string') return column
  return column.descending ? `${column.name} desc` : column.name
}

export const keyOfForeign = (table: string, name: string) => `${table}.${name}`

/** Reads what is there from the catalogue. */
export async function readThere(db: Db): Promise<There> {
  const [columns, indexes, foreignKeys] = [await readColumns(db), await readIndexes(db), await readKeys(db)]
  const tables: There['tables'] = new Map()
  for (const { table, name, type } of columns)
    tables.set(table, (tables.get(table) ?? new Map()).set(name, { type, at: { table, column: name } }))
  return {
    tables,
    indexes: new Map(indexes.map(({ name, ...index }) => [name, index])),
    foreignKeys: new Map(foreignKeys.map((key) => [keyOfForeign(key.table, key.name), key])),
  }
}

async function readColumns(db: Db) {
  const { rows } = await sql<{ table: string; name: string; type: string }>`
    select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'ledger'
    where a.attnum > 0 and not a.attisdropped`.execute(db)
  return rows
}

async function readIndexes(db: Db) {
  const { rows } = await sql<{ name: string; table: string; columns: string[] }>`
    select i.relname as name, t.relname as table, array(
      select a.attname || case when (x.indoption[k.n - 1] & 1) = 1 then ' desc' else '' end
      from unnest(x.indkey) with ordinality k (attnum, n)
      join pg_attribute a on a.attrelid = x.indrelid and a.attnum = k.attnum order by k.n) as columns
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'ledger'`.execute(db)
  return rows
}

async function readKeys(db: Db) {
  const { rows } = await sql<{ name: string; table: string; columns: string[]; target: string }>`
    select c.conname as name, t.relname as table, f.relname as target, array(
      select a.attname::text from unnest(c.conkey) with ordinality k (attnum, n)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum order by k.n) as columns
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class f on f.oid = c.confrelid
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'ledger' where c.contype = 'f'`.execute(db)
  return rows
}

/** Changes what is there as a step will. */
export function foresee(there: There, step: NameStep | TableStep): void {
  if (step.do === 'renameTable') foreseeTable(there, step)
  else if (step.do === 'renameColumn' || step.do === 'setAside') foreseeColumn(there, step)
  else if (step.do === 'renameIndex') move(there.indexes, step.from, step.to)
  else if (step.do === 'renameConstraint') foreseeConstraint(there, step)
  else if (step.do === 'dropIndex') there.indexes.delete(step.name)
  else if (step.do === 'dropForeignKey') there.foreignKeys.delete(keyOfForeign(step.table, step.name))
  else foreseeMade(there, step)
}

function move<Value>(all: Map<string, Value>, from: string, to: string): void {
  const value = all.get(from)
  if (value === undefined) return
  all.delete(from)
  all.set(to, value)
}

function foreseeTable(there: There, { from, to }: { from: string; to: string }): void {
  move(there.tables, from, to)
  for (const index of there.indexes.values()) if (index.table === from) index.table = to
  for (const [name, key] of [...there.foreignKeys]) {
    if (key.target === from) key.target = to
    if (key.table !== from) continue
    key.table = to
    move(there.foreignKeys, name, keyOfForeign(to, key.name))
  }
}

function foreseeColumn(there: There, { table, from, to }: { table: string; from: string; to: string }): void {
  move(there.tables.get(table)!, from, to)
  const renamed = (columns: string[]) =>
    columns.map((column) => column.replace(/^\w+/, (name) => (name === from ? to : name)))
  const all = [...there.indexes.values(), ...there.foreignKeys.values()]
  for (const one of all) if (one.table === table) one.columns = renamed(one.columns)
}

function foreseeConstraint(
  there: There,
  { table, from, to }: { table: string; from: string; to: string },
): void {
  const key = there.foreignKeys.get(keyOfForeign(table, from))
  if (key !== undefined) key.name = to
  move(there.foreignKeys, keyOfForeign(table, from), keyOfForeign(table, to))
}

type MadeStep = Extract<TableStep, { do: 'createTable' | 'addColumn' | 'addForeignKey' | 'createIndex' }>

function foreseeMade(there: There, step: MadeStep): void {
  if (step.do === 'createTable') {
    const { name: table, columns } = step.table
    const made = columns.map(({ name, type }) => [name, columnThere(table, name, type)] as const)
    there.tables.set(table, new Map(made))
  } else if (step.do === 'addColumn') {
    const { table, column, type } = step
    there.tables.get(table)!.set(column, columnThere(table, column, type))
  } else if (step.do === 'createIndex') {
    const { name, columns } = step.index
    there.indexes.set(name, { table: step.table, columns: columns.map(indexKey) })
  } else {
    const { name, columns, table: target } = step.key
    there.foreignKeys.set(keyOfForeign(step.table, name), { table: step.table, name, columns, target })
  }
}

function columnThere(table: string, column: string, type: string): ColumnThere {
  return { type: bare(type), at: { table, column } }
}

/** The type of a column as the catalogue tells it. */
export function bare(type: Table['columns'][number]['type']): string {
  return type.replace(' not null', '')
}
