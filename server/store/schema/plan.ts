import type { Pack } from '@anzhi/engine/pack'
import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { type Table, tablesOf } from './tables.ts'

/** One thing that has to be done so that the tables are what a pack says. Nothing ever drops anything. */
export type Step =
  | { do: 'createTable'; table: Table }
  | { do: 'addColumn'; table: string; column: string; type: string }
  /** Of the lives that are there already: a value that is tracked from now on. */
  | { do: 'fillColumns'; span: string; record: string; columns: string[] }
  | { do: 'addForeignKey'; table: string; key: Table['foreignKeys'][number] }
  | { do: 'createIndex'; table: string; index: Table['indexes'][number] }

/** A pack that cannot be applied to the tables that are there. */
export class PlanProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'PlanProblem'
  }
}

interface There {
  columns: Map<string, string>
  /** Tables, indexes, and constraints as `table.constraint`. */
  names: Set<string>
}

/** Compares the tables of a pack with those in the database and gives the steps between them. */
export async function planTables(db: Db, pack: Pack): Promise<Step[]> {
  const wanted = Object.values(pack.registers).map((register) => tablesOf(pack, register))
  const there = await readTables(db)
  const steps = wanted.flatMap(({ record, span, parts }) => [
    ...[record, span, ...parts].flatMap((table) => tableSteps(there, table)),
    ...fillSteps(there, record, span),
  ])
  // Tables first: a foreign key may point forward.
  return [
    ...steps.filter((step) => step.do === 'createTable'),
    ...steps.filter((step) => step.do !== 'createTable'),
  ]
}

function tableSteps(there: There, table: Table): Step[] {
  const isThere = there.names.has(table.name)
  const keys = table.foreignKeys.filter(({ name }) => !there.names.has(`${table.name}.${name}`))
  const indexes = table.indexes.filter(({ name }) => !there.names.has(name))
  return [
    ...(isThere
      ? table.columns.flatMap((column) => columnSteps(there, table, column))
      : [{ do: 'createTable', table } as const]),
    ...keys.map((key): Step => ({ do: 'addForeignKey', table: table.name, key })),
    ...indexes.map((index): Step => ({ do: 'createIndex', table: table.name, index })),
  ]
}

/** A field that was there and is tracked from now on has a value in every life that is there. */
function fillSteps(there: There, record: Table, span: Table): Step[] {
  const columns = span.columns
    .map(({ name }) => name)
    .filter(
      (name) => !there.columns.has(`${span.name}.${name}`) && there.columns.has(`${record.name}.${name}`),
    )
  const fills = there.names.has(span.name) && columns.length > 0
  return fills ? [{ do: 'fillColumns', span: span.name, record: record.name, columns }] : []
}

function columnSteps(there: There, table: Table, column: { name: string; type: string }): Step[] {
  const type = there.columns.get(`${table.name}.${column.name}`)
  const wanted = column.type.replace(' not null', '')
  if (type === undefined) return [{ do: 'addColumn', table: table.name, column: column.name, type: wanted }]
  if (type === wanted) return []
  throw new PlanProblem(`${table.name}.${column.name} is ${type}; the pack wants ${wanted}`)
}

async function readTables(db: Db): Promise<There> {
  const columns = await sql<{ name: string; type: string }>`
    select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'ledger'
    where a.attnum > 0 and not a.attisdropped`.execute(db)
  const names = await sql<{ name: string }>`
    select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'ledger'
    union all
    select t.relname || '.' || conname from pg_constraint c join pg_class t on t.oid = c.conrelid
    join pg_namespace n on n.oid = c.connamespace and n.nspname = 'ledger'`.execute(db)
  return {
    columns: new Map(columns.rows.map(({ name, type }) => [name, type])),
    names: new Set(names.rows.map(({ name }) => name)),
  }
}
