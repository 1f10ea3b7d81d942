import { fieldTypeOf } from '@anzhi/engine/fields'
import { findPartTable, type Pack, type Register } from '@anzhi/engine/pack'
import type { Change } from '@anzhi/engine/record'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Db } from './db.ts'
import { keyColumn } from './schema/columns.ts'

/** Does every actor of the district see all of a register? One that touches no organ belongs to nobody in particular. */
export function isForAll(register: Register): boolean {
  return register.open || seeingFields(register).length === 0
}

/** The fields by which organs come to see a record. */
export function seeingFields(register: Register): string[] {
  const axes = organAxes(register)
  return register.assigned === null ? axes : [...axes, register.assigned]
}

/** Of several axes, those that lead to organs. */
export function organAxes({ axes, fields }: Register): string[] {
  return Object.values(axes).filter((name) => {
    const { spec } = fields[name]!
    return fieldTypeOf(spec).targets?.(spec).includes('organ') === true
  })
}

/** After a record was written: which organs it touches now. */
export async function keepSeen(context: Context, register: Register, change: Change): Promise<void> {
  const { db, pack, actor } = context
  const isTouched = seeingFields(register).some((field) => field in change.after)
  if (isTouched && !isForAll(register)) {
    await writeSeen(db, register, sql`r.district = ${actor.district} and r.id = ${change.id}::uuid`)
  }
  if (register.id === 'person' && 'organ' in change.after)
    await keepAssigned(db, pack, actor.district, change.id)
}

/** What is given to a person goes with them to another organ. */
async function keepAssigned(db: Db, pack: Pack, district: string, person: string): Promise<void> {
  for (const register of Object.values(pack.registers)) {
    if (register.assigned === null || isForAll(register)) continue
    const column = sql.ref(`r.${keyColumn(register.fields[register.assigned]!).name}`)
    await writeSeen(db, register, sql`r.district = ${district} and ${column} = ${person}::uuid`)
  }
}

/** Makes anew which organs the records of a register touch, in every district. */
export async function rebuildSeen(db: Db, register: Register): Promise<void> {
  await sql`delete from anzhi.record_seen where register = ${register.id}`.execute(db)
  if (!isForAll(register)) await writeSeen(db, register, sql`true`)
}

async function writeSeen(db: Db, register: Register, which: RawBuilder<unknown>): Promise<void> {
  const table = sql`${sql.id('ledger', register.table)} as r`
  await sql`delete from anzhi.record_seen v using ${table}
    where v.district = r.district and v.register = ${register.id} and v.record = r.id and ${which}`.execute(
    db,
  )
  await sql`insert into anzhi.record_seen (district, register, record, organ)
    ${sql.join(touching(register, which), sql` union `)}`.execute(db)
}

/** The organs that records touch, one query for each way. */
function touching(register: Register, which: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const table = sql`${sql.id('ledger', register.table)} as r`
  const column = (field: string) => sql.ref(`r.${keyColumn(register.fields[field]!).name}`)
  const row = (organ: RawBuilder<unknown>) =>
    sql`select r.district, ${register.id}, r.id, ${organ} from ${table}`
  const axes = organAxes(register).map((field) => {
    const part = findPartTable(register, register.fields[field]!)
    if (part === undefined) return sql`${row(column(field))} where ${which} and ${column(field)} is not null`
    const organ = sql.ref(`p.${keyColumn(part.fields.link!).name}`)
    return sql`${row(organ)} join ${sql.id('ledger', part.table)} as p on p.district = r.district and p.record = r.id
      where ${which} and ${organ} is not null`
  })
  if (register.assigned === null) return axes
  const person = sql`ledger.person as p on p.district = r.district and p.id = ${column(register.assigned)}`
  return [...axes, sql`${row(sql`p.organ_id`)} join ${person} where ${which} and p.organ_id is not null`]
}
