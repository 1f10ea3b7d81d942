import { setTimeout as delay } from 'node:timers/promises'
import { dayInShanghai } from '@anzhi/engine/calendar'
import type { Pack } from '@anzhi/engine/pack'
import { sql } from 'kysely'
import { seedCalendar } from '../calendar.ts'
import { type Database, type Db, sqlStateOf, writing } from '../db.ts'
import { carryOut } from './carry-out.ts'
import type { Changer } from './changer.ts'
import { grant } from './grants.ts'
import { noteKept } from './kept.ts'
import { changePack, isPackHeld } from './past.ts'
import { mustBeAllowed, type Plan, planChange } from './plan.ts'
import { systemSteps } from './system.ts'

// One session at a time changes the schema, whoever starts first.
const schemaLock = 7_220_221_031

/**
 * Brings the database to what this version and this pack need, in one transaction: all of it or nothing. Requests
 * wait meanwhile, and this waits for those under way. Doing it again changes nothing. Throws `PlanProblem` when
 * something would be lost.
 */
export async function applySchema(
  owner: Database,
  pack: Pack,
  version: string,
  by: Changer = setUp(),
): Promise<Plan> {
  return patiently(owner, async (db) => {
    await sql`select pg_advisory_xact_lock(${schemaLock})`.execute(db)
    if (await isPackHeld(db)) await holdAlone(db)
    await applySystemSteps(db)
    await holdAlone(db)
    const plan = await planChange(db, pack, version)
    mustBeAllowed(plan)
    for (const step of plan.steps) await carryOut(db, step, { pack, version }, by)
    await noteKept(db, pack)
    if (plan.from !== version)
      await changePack(db, { from: plan.from, version, pack, renames: plan.renames }, by)
    await seedCalendar(db, pack.calendar)
    await grant(db)
    return plan
  })
}

const lockTimeout = '55P03'
const tries = 20

/**
 * While this waits for a lock, everybody who comes waits behind it. So it gives way after two seconds, lets them
 * through and tries again: a backup that reads for minutes holds nobody up, but a pack cannot change in its midst.
 */
async function patiently<T>(owner: Database, work: (db: Db) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writing(owner, async (db) => {
        await sql`set local lock_timeout = '2s'`.execute(db)
        return work(db)
      })
    } catch (error) {
      if (attempt >= tries || sqlStateOf(error) !== lockTimeout) throw error
      await delay(500)
    }
  }
}

/** Nobody has a request under way, and none begins. */
async function holdAlone(db: Db): Promise<void> {
  await sql`lock table anzhi.pack_change in access exclusive mode`.execute(db)
}

/** The installation itself: at its start, and from its own command line. */
function setUp(): Changer {
  const at = new Date()
  return { account: null, district: null, name: '安治', today: dayInShanghai(at), at }
}

/** Takes the product's own steps that have not been taken; of those, the first `upTo`. */
export async function applySystemSteps(db: Db, upTo = systemSteps.length): Promise<void> {
  await sql`create schema if not exists anzhi`.execute(db)
  await sql`create table if not exists anzhi.step (n integer primary key, applied_at timestamptz default now())`.execute(
    db,
  )
  const { rows } = await sql<{ done: number }>`select count(*)::integer as done from anzhi.step`.execute(db)
  for (const [n, step] of systemSteps.slice(0, upTo).entries()) {
    if (n < rows[0]!.done) continue
    await sql.raw(step).execute(db)
    await sql`insert into anzhi.step (n) values (${n})`.execute(db)
  }
}
