import type { Register } from '@anzhi/engine/pack'
import type { LivingRecord } from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { recordsOf } from '../parts.ts'
import { type Row, spanOf } from '../rows.ts'

const atOnce = 500

/** The records of a register with their lives, some of one district at a time; those that were withdrawn left out. */
export async function* everyLife(
  db: Db,
  register: Register,
): AsyncGenerator<{ district: string; records: LivingRecord[] }> {
  const districts = await sql<{ id: string }>`select id from anzhi.district order by id`.execute(db)
  for (const { id: district } of districts.rows) {
    for (let after: string | null = null; ; ) {
      const rows: Row[] = await readRows(db, register, district, after)
      if (rows.length > 0) yield { district, records: await livesOf(db, register, rows) }
      if (rows.length < atOnce) break
      after = rows.at(-1)!.id as string
    }
  }
}

async function readRows(db: Db, register: Register, district: string, after: string | null): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select * from ${sql.id('ledger', register.table)} where district = ${district} and state <> 'withdrawn'
      and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${atOnce}`.execute(db)
  return rows
}

async function livesOf(db: Db, register: Register, rows: readonly Row[]): Promise<LivingRecord[]> {
  const { rows: spans } = await sql<Row>`
    select * from ${sql.id('ledger', `${register.table}_span`)}
    where district = ${rows[0]!.district} and record = any(${rows.map(({ id }) => id)}::uuid[]) order by record, n`.execute(
    db,
  )
  const lives = new Map<unknown, Row[]>()
  for (const span of spans) lives.set(span.record, [...(lives.get(span.record) ?? []), span])
  const records = await recordsOf(db, register, rows)
  return records.map((record) => ({
    ...record,
    spans: (lives.get(record.id) ?? []).map((span) => spanOf(register, span)),
  }))
}
