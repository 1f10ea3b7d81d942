import { getRegister, type Pack } from '@anzhi/engine/pack'
import { fillAct } from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { param } from '../rows.ts'
import { type Changer, ownAccount } from './changer.ts'
import { isKept, rebuild } from './kept.ts'
import { statementOf } from './statements.ts'
import type { FillDefault, Step } from './step.ts'
import { deriveAll } from './work-out.ts'

/** Does one step of a plan. */
export async function carryOut(
  db: Db,
  step: Step,
  { pack, version }: { pack: Pack; version: string },
  by: Changer,
): Promise<void> {
  if (step.do === 'derive')
    await deriveAll(db, { pack, register: getRegister(pack, step.register), version }, by)
  else if (isKept(step)) await rebuild(db, pack, step)
  else if (step.do === 'renameRegister') await renameRegister(db, step.from, step.to)
  else if (step.do === 'fillDefault') await fillDefault(db, step, version, by)
  else await statementOf(step).execute(db)
}

/** The tables of the system that name registers and follow when one is renamed. */
export const followingTables = ['counter', 'file_use', 'merged', 'record_seen', 'tree']

/** Events, and what was sealed of them, stay as they were written. */
async function renameRegister(db: Db, from: string, to: string): Promise<void> {
  for (const name of followingTables)
    await sql`update ${sql.id('anzhi', name)} set register = ${to} where register = ${from}`.execute(db)
}

/** A record that gets a value gets a version and an event: whoever has it open is told, and its history says why. */
async function fillDefault(db: Db, step: FillDefault, version: string, by: Changer): Promise<void> {
  const { register, field, table, span, cells, value } = step
  const set = sql.join(cells.map((cell) => sql`${sql.id(cell.column)} = ${param(cell.value, cell.type)}`))
  const unknown = sql`num_nonnulls(${sql.join(cells.map(({ column }) => sql.id(column)))}) = 0`
  await sql`
    with filled as (
      update ${sql.id('ledger', table)} set version = version + 1, ${set}
      where state <> 'withdrawn' and ${unknown} returning district, id, version
    )
    insert into anzhi.event (district, register, record, version, act, day, at, account, by_name, pack, before, after)
    select district, ${register}, id, version, ${fillAct}, ${by.today}::date, ${by.at}, ${by.account ?? ownAccount}::uuid, ${by.name},
      ${version}, ${JSON.stringify({ [field]: null })}::jsonb, ${JSON.stringify({ [field]: value })}::jsonb
    from filled`.execute(db)
  if (span === null) return
  await sql`update ${sql.id('ledger', span)} set ${set} where ${unknown}`.execute(db)
}
