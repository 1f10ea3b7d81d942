import { fieldTypeOf, type Part } from '@anzhi/engine/fields'
import { type PartTable, partTables, type Register } from '@anzhi/engine/pack'
import type { Values } from '@anzhi/engine/record'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from './db.ts'
import { type BareRecord, bareRecordOf, type Cell, cellsOf, param, type Row, valuesOf } from './rows.ts'

/** The records of some rows of one district, with the parts of their values: a query for each field that has some. */
export async function recordsOf(db: Db, register: Register, rows: readonly Row[]): Promise<BareRecord[]> {
  const records = rows.map((row) => bareRecordOf(register, row))
  if (rows.length === 0) return records
  for (const part of partTables(register)) {
    const parts = await readParts(db, part, rows)
    for (const { id, values } of records) {
      const found = parts.get(id)
      if (found !== undefined) values[part.field.id] = fieldTypeOf(part.field.spec).parts!.fromRows(found)
    }
  }
  return records
}

/** One record, with the parts of its values. */
export async function recordOf(db: Db, register: Register, row: Row): Promise<BareRecord> {
  return (await recordsOf(db, register, [row]))[0]!
}

async function readParts(
  db: Db,
  { table, fields }: PartTable,
  records: readonly Row[],
): Promise<Map<string, Part[]>> {
  const ids = records.map(({ id }) => id)
  const { rows } = await sql<Row>`
    select * from ${sql.id('ledger', table)}
    where district = ${records[0]!.district} and record = any(${ids}::uuid[]) order by record, n`.execute(db)
  const found = new Map<string, Part[]>()
  for (const row of rows) {
    const part = valuesOf(Object.values(fields), row)
    const others = found.get(row.record as string)
    if (others === undefined) found.set(row.record as string, [part])
    else others.push(part)
  }
  return found
}

/** Puts the parts of a record's values in the place of those that are there. */
export async function writeParts(
  db: Db,
  district: string,
  tables: readonly PartTable[],
  record: string,
  values: Values,
): Promise<void> {
  for (const part of tables) {
    await sql`delete from ${sql.id('ledger', part.table)}
      where district = ${district} and record = ${record}::uuid`.execute(db)
    const rows = partCells(district, part, record, values[part.field.id])
    if (rows.length === 0) continue
    const columns = sql.join(rows[0]!.map(({ column }) => sql.id(column)))
    await sql`insert into ${sql.id('ledger', part.table)} (${columns}) values ${sql.join(rows.map(rowSql))}`.execute(
      db,
    )
  }
}

function rowSql(cells: readonly Cell[]): RawBuilder<unknown> {
  return sql`(${sql.join(cells.map(({ value, type }) => param(value, type)))})`
}

/** The rows of a value's parts, as cells. */
export function partCells(
  district: string,
  { field, fields }: PartTable,
  record: string,
  value: unknown,
): Cell[][] {
  const rows = value == null ? [] : fieldTypeOf(field.spec).parts!.toRows(value)
  return rows.map((row, n) => [
    { column: 'district', type: 'text', value: district },
    { column: 'record', type: 'uuid', value: record },
    { column: 'n', type: 'integer', value: n },
    ...cellsOf(Object.values(fields), row),
  ])
}
