import { partTables, type Register } from '@anzhi/engine/pack'
import type { LivingRecord, Span } from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { Db } from '../store/db.ts'
import { partCells } from '../store/parts.ts'
import { type Cell, cellsOf, param } from '../store/rows.ts'
import { trackedOf } from '../store/schema/columns.ts'
import { rebuildSeen } from '../store/seen.ts'
import { writeTags } from '../store/tags.ts'
import { rebuildTree } from '../store/tree.ts'

/** Puts records with their lives on the shelf as they are, through the store's own cells and past every act. */
export async function shelve(
  db: Db,
  district: string,
  register: Register,
  records: readonly LivingRecord[],
): Promise<void> {
  await insert(
    db,
    register.table,
    records.map((record) => rowOf(district, register, record)),
  )
  const spans = records.flatMap(({ id, spans }) =>
    spans.map((span, n) => spanRow(district, register, id, span, n)),
  )
  await insert(db, `${register.table}_span`, spans)
  for (const part of partTables(register)) {
    const cells = records.flatMap(({ id, values }) => partCells(district, part, id, values[part.field.id]))
    await insert(db, part.table, cells)
  }
  for (const { id, tags } of records)
    if (tags !== undefined) await writeTags(db, district, register, id, tags)
  await rebuildTree(db, register)
  await rebuildSeen(db, register)
}

function rowOf(district: string, register: Register, { id, version, state, values }: LivingRecord): Cell[] {
  return [
    { column: 'district', type: 'text', value: district },
    { column: 'id', type: 'uuid', value: id },
    { column: 'version', type: 'integer', value: version },
    { column: 'state', type: 'text', value: state },
    ...cellsOf(Object.values(register.fields), values),
  ]
}

function spanRow(district: string, register: Register, record: string, span: Span, n: number): Cell[] {
  return [
    { column: 'district', type: 'text', value: district },
    { column: 'record', type: 'uuid', value: record },
    { column: 'n', type: 'integer', value: n },
    { column: 'from_day', type: 'date', value: span.from },
    { column: 'until_day', type: 'date', value: span.until },
    { column: 'act', type: 'text', value: span.act },
    { column: 'by_account', type: 'uuid', value: span.by },
    { column: 'state', type: 'text', value: span.state },
    ...cellsOf(trackedOf(register), span.tracked),
  ]
}

// PostgreSQL takes 65,535 parameters in one statement.
const mostParameters = 60_000

async function insert(db: Db, table: string, rows: readonly Cell[][]): Promise<void> {
  if (rows.length === 0) return
  const columns = sql.join(rows[0]!.map(({ column }) => sql.id(column)))
  const step = Math.floor(mostParameters / rows[0]!.length)
  for (let at = 0; at < rows.length; at += step) {
    const values = rows
      .slice(at, at + step)
      .map((cells) => sql`(${sql.join(cells.map(({ value, type }) => param(value, type)))})`)
    await sql`insert into ${sql.id('ledger', table)} (${columns}) values ${sql.join(values)}`.execute(db)
  }
}
