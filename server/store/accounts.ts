import { createHash, randomBytes } from 'node:crypto'
import type { Day } from '@anzhi/engine/calendar'
import { hash, verify } from '@node-rs/argon2'
import { type RawBuilder, sql } from 'kysely'
import type { Seer } from '../context.ts'
import { refuse } from '../problem-error.ts'
import { type Database, type Db, writing } from './db.ts'
import { belowSql, pathSql } from './tree.ts'

// OWASP's smallest setting of argon2id for interactive use: 19 MiB, two passes, about 50 ms.
// The library's number for argon2id.
const argon2id = 2
const cost = { algorithm: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const failuresAllowed = 5
const lockedMinutes = 15
const sessionHours = 12

export interface NewAccount {
  id: string
  district: string
  userName: string
  password: string
  person: string
  roles: string[]
}

/** Makes an account for a person who is in the registers already. */
export async function addAccount(db: Db, account: NewAccount): Promise<void> {
  const passwordHash = await hash(account.password, cost)
  await sql`insert into anzhi.account (id, district, user_name, password_hash, person, roles)
    values (${account.id}::uuid, ${account.district}, ${account.userName}, ${passwordHash}, ${account.person}::uuid,
      ${account.roles}::text[])`.execute(db)
}

interface SignInRow {
  id: string
  password_hash: string
  /** While the door is shut. */
  locked_until: Date | null
}

// Verified when there is no such account, so that the answer takes as long as for one that exists.
const nobody = hash(randomBytes(16), cost)
const open = sql`(locked_until is null or locked_until <= now())`

/** Checks a password and begins a session. Gives its token, which is kept nowhere but with the caller. */
export async function beginSession(database: Database, userName: string, password: string): Promise<string> {
  const account = await findForSignIn(database, sql`user_name = ${userName}`)
  if (account !== undefined && account.locked_until !== null) return locked(account.locked_until)
  const right = await verify(account?.password_hash ?? (await nobody), password)
  if (account === undefined) return refuse('signInFailed')
  const token = right
    ? await writing(database, (db) => openSession(db, account.id))
    : await countFailure(database, account.id)
  if (token !== undefined) return token
  // Others have guessed meanwhile, and one of them was the last that may.
  const now = await findForSignIn(database, sql`id = ${account.id}::uuid`)
  return locked(now?.locked_until ?? new Date())
}

async function findForSignIn(database: Database, which: RawBuilder<unknown>): Promise<SignInRow | undefined> {
  const { rows } = await sql<SignInRow>`
    select id, password_hash, case when not ${open} then locked_until end as locked_until
    from anzhi.account where ${which} and ended_at is null`.execute(database)
  return rows[0]
}

function locked(until: Date): never {
  return refuse('locked', undefined, { until: until.toISOString() })
}

/** Refuses, unless the door was shut meanwhile: attempts at the same moment cannot hide behind one another. */
async function countFailure(database: Database, account: string): Promise<undefined> {
  const { rows } = await sql`
    update anzhi.account set
      failures = case when failures + 1 >= ${failuresAllowed} then 0 else failures + 1 end,
      locked_until = case when failures + 1 >= ${failuresAllowed} then now() + make_interval(mins => ${lockedMinutes}) end
    where id = ${account}::uuid and ${open} returning id`.execute(database)
  return rows.length > 0 ? refuse('signInFailed') : undefined
}

/** Gives the token of a new session, or nothing where the door has been shut meanwhile. */
async function openSession(db: Db, account: string): Promise<string | undefined> {
  const token = randomBytes(32).toString('base64url')
  const { rows } = await sql`update anzhi.account set failures = 0, locked_until = null
    where id = ${account}::uuid and ${open} returning id`.execute(db)
  if (rows.length === 0) return undefined
  await forgetTheOld(db)
  await sql`insert into anzhi.session (token_hash, account, expires_at)
    values (${tokenHash(token)}, ${account}::uuid, now() + make_interval(hours => ${sessionHours}))`.execute(
    db,
  )
  return token
}

/** Sessions that have ended, and answers that nobody will ask for again: a repeated request comes within days. */
async function forgetTheOld(db: Db): Promise<void> {
  await sql`delete from anzhi.session where expires_at < now()`.execute(db)
  await sql`delete from anzhi.request where at < now() - interval '30 days'`.execute(db)
}

function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

export async function endSession(db: Db, token: string): Promise<void> {
  await sql`delete from anzhi.session where token_hash = ${tokenHash(token)}`.execute(db)
}

interface SeerRow {
  id: string
  user_name: string
  district: string
  person: string
  roles: string[]
  name: string
  organ: string
  /** null where the organ was a mistake. */
  above: string[] | null
  below: string[] | null
}

/** Who a session token belongs to, or undefined when it has ended. */
export function findBySession(db: Db, token: string, today: Day): Promise<Seer | undefined> {
  const hashed = tokenHash(token)
  return findSeer(
    db,
    today,
    sql`a.id = (select account from anzhi.session where token_hash = ${hashed} and expires_at > now())`,
  )
}

/** Who has a user name, for a caller that is trusted already (the local socket). */
export function findByUserName(db: Db, userName: string, today: Day): Promise<Seer | undefined> {
  return findSeer(db, today, sql`a.user_name = ${userName}`)
}

/** The account with the organs above and below its person's own as they stand today; a person without an organ sees nothing, and is nobody. */
async function findSeer(db: Db, today: Day, which: ReturnType<typeof sql>): Promise<Seer | undefined> {
  const [district, organ] = [sql.ref('me.district'), sql.ref('me.organ')]
  const { rows } = await sql<SeerRow>`
    with me as (
      select a.id, a.user_name, a.district, a.person, a.roles, p.name, p.organ_id as organ
      from anzhi.account a join ledger.person p on p.district = a.district and p.id = a.person
      where ${which} and a.ended_at is null and p.organ_id is not null
    )
    select me.*, ${pathSql(district, 'organ', organ, today)} as above, ${belowSql(district, 'organ', organ, today)} as below,
      -- Said to the database too, so that row-level security can be added without touching a route.
      set_config('anzhi.account', me.id::text, true), set_config('anzhi.district', me.district, true)
    from me`.execute(db)
  return rows[0] === undefined ? undefined : seerOf(rows[0])
}

function seerOf(row: SeerRow): Seer {
  return {
    account: row.id,
    userName: row.user_name,
    person: row.person,
    name: row.name,
    district: row.district,
    roles: row.roles,
    organPath: row.above ?? [row.organ],
    organs: row.below ?? [],
  }
}
