import { sql } from 'kysely'
import { refuse } from '../../problem-error.ts'
import type { Db } from '../db.ts'
import { noteTrail } from '../trail/trail.ts'
import { openDoor } from './locked-door.ts'
import { hashPassword, oneTimePassword } from './password-hash.ts'
import { endSessionsOf } from './sessions.ts'

export interface NewAccount {
  id: string
  district: string
  userName: string
  password: string
  person: string
  roles: string[]
  /** Whoever is given the password has to change it first. */
  isOneTime?: boolean
}

/** Makes an account for a person who is in the registers already. */
export async function addAccount(db: Db, account: NewAccount): Promise<void> {
  const { id, district, userName, password, person, roles, isOneTime = false } = account
  const passwordHash = await hashPassword(password)
  await sql`insert into anzhi.account (id, district, user_name, password_hash, password_expired, person, roles)
    values (${id}::uuid, ${district}, ${userName}, ${passwordHash}, ${isOneTime}, ${person}::uuid,
      ${roles}::text[])`.execute(db)
}

/**
 * Gives a user name a new one-time password, for whoever has the machine itself: the administrator who has lost
 * their own. Nobody is named in the trail but the account. Problem: `notFound`.
 */
export async function resetFromHere(db: Db, userName: string): Promise<string> {
  const password = oneTimePassword(userName)
  const passwordHash = await hashPassword(password)
  const { rows } = await sql<{ id: string }>`
    update anzhi.account set password_hash = ${passwordHash}, password_expired = true, version = version + 1
    where user_name = ${userName} and ended_at is null returning id`.execute(db)
  if (rows[0] === undefined) return refuse('notFound', 'userName')
  const { id } = rows[0]
  await endSessionsOf(db, id)
  await openDoor(db, userName)
  await noteTrail(db, null, 'grant', { change: 'resetFromHere', account: id, userName })
  return password
}
