import { fillAct } from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { param } from '../rows.ts'
import { statementOf } from './statements.ts'
import type { FillDefault, Step } from './step.ts'

/** In whose name and on which day a pack is changed: what it fills in is told with it. */
export interface Changer {
  /** null for the installation itself. */
  account: string | null
  district: string | null
  name: string
  today: string
  at: Date
}

// Events are somebody's; what the installation does by itself is this account's, which nobody can sign in to.
const ownAccount = '00000000-0000-7000-8000-000000000002'

/** Does one step of a plan. */
export async function carryOut(db: Db, step: Step, version: string, by: Changer): Promise<void> {
  if (step.do === 'renameRegister') await renameRegister(db, step.from, step.to)
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
