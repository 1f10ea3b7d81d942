import { createHash, randomBytes } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { Seer } from '../../context.ts'
import { refuse } from '../../problem-error.ts'
import { type Database, type Db, reading, writing } from '../db.ts'
import { countFailure, forgetFailures, needOpenDoor } from './locked-door.ts'
import { isPassword } from './password-hash.ts'

const sessionHours = 12
const idleHours = 2

/** A session (`s`) that has neither run out nor been left alone for too long. */
export const isAlive: RawBuilder<boolean> = sql`(s.expires_at > now()
  and s.used_at > now() - make_interval(hours => ${sql.lit(idleHours)}))`

/** Used so lately (`s`) that it need not be written down again. */
export const isFresh: RawBuilder<boolean> = sql`s.used_at > now() - interval '1 minute'`

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/**
 * Checks a password and begins a session. Gives its token, which is kept nowhere but with the caller. A name that
 * nobody has is answered, and made to wait, like any other.
 */
export async function beginSession(
  database: Database,
  userName: string,
  password: string,
  device: string | null,
): Promise<string> {
  const account = await reading(database, async (db) => {
    await needOpenDoor(db, userName)
    return findForSignIn(db, userName)
  })
  if (!(await isPassword(account?.password_hash, password)) || account === undefined) {
    await writing(database, (db) => countFailure(db, userName))
    return refuse('signInFailed')
  }
  return writing(database, async (db) => {
    await forgetFailures(db, userName)
    return openSession(db, account, device)
  })
}

async function findForSignIn(db: Db, userName: string): Promise<SignInRow | undefined> {
  const { rows } = await sql<SignInRow>`
    select id, password_hash from anzhi.account where user_name = ${userName} and ended_at is null`.execute(
    db,
  )
  return rows[0]
}

interface SignInRow {
  id: string
  password_hash: string
}

/** Unless the password has been reset, or the account ended, since it was looked at: whoever does so is waited for. */
async function openSession(db: Db, account: SignInRow, device: string | null): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await forgetTheOld(db)
  const { rows } = await sql`
    with same as (
      update anzhi.account set signed_in_at = now()
      where id = ${account.id}::uuid and password_hash = ${account.password_hash} and ended_at is null returning id
    )
    insert into anzhi.session (token_hash, account, device, expires_at)
    select ${hashOfToken(token)}, id, ${device}, now() + make_interval(hours => ${sessionHours}) from same
    returning id`.execute(db)
  return rows.length === 0 ? refuse('signInFailed') : token
}

/** Sessions that have ended, and answers that nobody will ask for again: a repeated request comes within days. */
async function forgetTheOld(db: Db): Promise<void> {
  await sql`delete from anzhi.session s where not ${isAlive}`.execute(db)
  await sql`delete from anzhi.request where at < now() - interval '30 days'`.execute(db)
}

/** Writes down that a session was used: at most once a minute, and never in the transaction of a reading. */
export async function touchSession(db: Db, { session }: Pick<Seer, 'session'>): Promise<void> {
  if (session === undefined || session.isFresh) return
  await sql`update anzhi.session s set used_at = now()
    where s.id = ${session.id}::uuid and ${isAlive} and not ${isFresh}`.execute(db)
}

export async function endSession(db: Db, token: string): Promise<void> {
  await sql`delete from anzhi.session where token_hash = ${hashOfToken(token)}`.execute(db)
}

/** A session as its owner sees it. */
export interface OwnSession {
  id: string
  device: string | null
  createdAt: string
  usedAt: string
  /** It ends by then at the latest. */
  expiresAt: string
  isThis: boolean
}

/** The sessions of the actor, the one used last first. */
export async function listOwnSessions(db: Db, { account, session }: Seer): Promise<OwnSession[]> {
  const { rows } = await sql<{
    id: string
    device: string | null
    created_at: Date
    used_at: Date
    expires_at: Date
  }>`select s.id, s.device, s.created_at, s.used_at, s.expires_at from anzhi.session s
    where s.account = ${account}::uuid and ${isAlive} order by s.used_at desc, s.id`.execute(db)
  return rows.map(({ id, device, created_at, used_at, expires_at }) => ({
    id,
    device,
    createdAt: created_at.toISOString(),
    usedAt: used_at.toISOString(),
    expiresAt: expires_at.toISOString(),
    isThis: id === session?.id,
  }))
}

/** Ends one of the actor's own sessions; says whether there was one. */
export async function endOwnSession(db: Db, { account }: Seer, id: string): Promise<boolean> {
  const { rows } = await sql`delete from anzhi.session where account = ${account}::uuid and id = ${id}::uuid
    returning id`.execute(db)
  return rows.length > 0
}

/** Ends all sessions of an account but one, and says how many that were. */
export async function endSessionsOf(db: Db, account: string, but?: string): Promise<number> {
  const { rows } = await sql`delete from anzhi.session
    where account = ${account}::uuid and id is distinct from ${but ?? null}::uuid returning id`.execute(db)
  return rows.length
}
