import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { refuse } from '../../problem-error.ts'
import type { Db } from '../db.ts'

const failuresAllowed = 5
const lockedMinutes = 15
/** How long failures are remembered; longer than a door stays shut. */
const rememberedMinutes = 60

const hashOf = (userName: string) => createHash('sha256').update(userName).digest()
const isOpen = sql`(f.locked_until is null or f.locked_until <= now())`

/** Refuses while the door of a name is shut, with the moment until when; of a name that nobody has as of any other. */
export async function needOpenDoor(db: Db, userName: string): Promise<void> {
  const { rows } = await sql<{ locked_until: Date }>`
    select f.locked_until from anzhi.sign_in_failure f
    where f.name_hash = ${hashOf(userName)} and not ${isOpen}`.execute(db)
  if (rows[0] !== undefined) refuse('locked', undefined, { until: rows[0].locked_until.toISOString() })
}

/** Counts a failure and shuts the door with the last that is allowed. Attempts at the same moment cannot hide behind one another. */
export async function countFailure(db: Db, userName: string): Promise<void> {
  await sql`delete from anzhi.sign_in_failure
    where at < now() - make_interval(mins => ${rememberedMinutes})`.execute(db)
  const last = sql`f.failures + 1 >= ${failuresAllowed}`
  const { rows } = await sql`
    insert into anzhi.sign_in_failure as f (name_hash, failures, at) values (${hashOf(userName)}, 1, now())
    on conflict (name_hash) do update set
      failures = case when ${last} then 0 else f.failures + 1 end,
      locked_until = case when ${last} then now() + make_interval(mins => ${lockedMinutes}) end,
      at = now()
    where ${isOpen} returning f.failures`.execute(db)
  if (rows.length === 0) await needOpenDoor(db, userName)
}

/** Begins the count anew after a success; refuses where the door has been shut meanwhile. */
export async function forgetFailures(db: Db, userName: string): Promise<void> {
  await sql`delete from anzhi.sign_in_failure f where f.name_hash = ${hashOf(userName)} and ${isOpen}`.execute(
    db,
  )
  await needOpenDoor(db, userName)
}

/** Opens the door of a name, for somebody who has been given a new password. */
export async function openDoor(db: Db, userName: string): Promise<void> {
  await sql`delete from anzhi.sign_in_failure where name_hash = ${hashOf(userName)}`.execute(db)
}

/** Of some names, those whose door is shut, and until when. */
export async function listShutDoors(db: Db, userNames: readonly string[]): Promise<Map<string, Date>> {
  const byHash = new Map(userNames.map((name) => [hashOf(name).toString('hex'), name]))
  const { rows } = await sql<{ hash: string; locked_until: Date }>`
    select encode(f.name_hash, 'hex') as hash, f.locked_until from anzhi.sign_in_failure f
    where encode(f.name_hash, 'hex') = any(${[...byHash.keys()]}::text[]) and not ${isOpen}`.execute(db)
  return new Map(rows.map((row) => [byHash.get(row.hash)!, row.locked_until]))
}
