import { passwordProblems } from '@anzhi/engine/password'
import { sql } from 'kysely'
import type { Seer } from '../../context.ts'
import { ProblemError, refuse } from '../../problem-error.ts'
import { type Database, type Db, reading, writing } from '../db.ts'
import { noteTrail } from '../trail/trail.ts'
import { countFailure, forgetFailures, needOpenDoor } from './locked-door.ts'
import { hashPassword, isPassword } from './password-hash.ts'
import { endSessionsOf } from './sessions.ts'

/**
 * Changes the actor's own password and ends their other sessions. The old one is asked, for a session may have been
 * left open; who guesses it finds the door shut as at the sign-in. Problems: `passwordWrong`, `locked`,
 * `passwordSame` and those of the rules.
 */
export async function changeOwnPassword(
  database: Database,
  actor: Seer,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const { account, userName, session } = actor
  const before = await reading(database, async (db) => {
    await needOpenDoor(db, userName)
    return findHash(db, account)
  })
  if (!(await isPassword(before, current))) {
    await writing(database, (db) => countFailure(db, userName))
    return refuse('passwordWrong', 'current')
  }
  const problems = passwordProblems(password, { userName })
  if (problems.length > 0) throw new ProblemError(problems)
  if (password === current) return refuse('passwordSame', 'password')
  const passwordHash = await hashPassword(password)
  await writing(database, async (db) => {
    await forgetFailures(db, userName)
    await keepPassword(db, account, before!, passwordHash)
    await endSessionsOf(db, account, session?.id)
    await noteTrail(db, actor, 'grant', { change: 'ownPassword', account, userName })
  })
}

async function findHash(db: Db, account: string): Promise<string | undefined> {
  const { rows } = await sql<{ password_hash: string }>`
    select password_hash from anzhi.account where id = ${account}::uuid and ended_at is null`.execute(db)
  return rows[0]?.password_hash
}

/** Unless the password that was asked has been reset meanwhile. */
async function keepPassword(db: Db, account: string, before: string, passwordHash: string): Promise<void> {
  const { rows } = await sql`
    update anzhi.account set password_hash = ${passwordHash}, password_expired = false
    where id = ${account}::uuid and password_hash = ${before} and ended_at is null returning id`.execute(db)
  if (rows.length === 0) refuse('passwordWrong', 'current')
}
