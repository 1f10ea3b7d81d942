import { administratorRole, serverRole } from '@anzhi/engine/pack'
import { type Problem, problem } from '@anzhi/engine/problem'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../../context.ts'
import { ProblemError, refuse } from '../../problem-error.ts'
import { noteTrail } from '../trail/trail.ts'
import { addAccount } from './add-account.ts'
import { type Account, findAccount } from './list.ts'
import { openDoor } from './locked-door.ts'
import { hashPassword, oneTimePassword } from './password-hash.ts'
import { endSessionsOf } from './sessions.ts'

type Wish = { userName: string; person: string; roles: string[] }
type Change = 'reset' | 'roles' | 'end' | 'reopen'

/** Roles that a person can be given: every one but the server's own. */
export function rolesToGive({ pack }: Pick<Context, 'pack'>): string[] {
  return Object.keys(pack.roles).filter((role) => role !== serverRole)
}

// What is written on paper in one line, and told apart by whoever reads it.
const userNamePattern = /^[\p{L}\p{Nd}][\p{L}\p{Nd}._-]{1,39}$/u

/** Makes an account for somebody in the register, who has none that is open. Gives its one-time password. */
export async function makeAccount(context: Context, wish: Wish): Promise<{ id: string; password: string }> {
  await holdAccounts(context)
  const userName = wish.userName.normalize('NFC')
  const problems = [
    ...(userNamePattern.test(userName) ? [] : [problem('wrongForm', 'userName', { example: 'zhou.he' })]),
    ...(await nameProblems(context, userName)),
    ...(await personProblems(context, wish.person)),
    ...roleProblems(context, wish.roles),
  ]
  if (problems.length > 0) throw new ProblemError(problems)
  const id = uuidv7()
  const password = oneTimePassword(userName)
  const account = { ...wish, id, district: context.actor.district, userName, password, isOneTime: true }
  await addAccount(context.db, account)
  const { person, roles } = wish
  await noteTrail(context.db, context.actor, 'grant', {
    change: 'make',
    account: id,
    userName,
    person,
    roles,
  })
  return { id, password }
}

/** Gives an account a new one-time password and ends its sessions. */
export async function resetPassword(context: Context, id: string, version: number): Promise<string> {
  const account = await hold(context, id, version)
  if (account.endedAt !== null) refuse('notFound', 'id')
  return renewPassword(context, account, 'reset')
}

/** Gives an account these roles and no others. */
export async function changeRoles(context: Context, id: string, version: number, roles: string[]) {
  const account = await hold(context, id, version)
  const problems = roleProblems(context, roles)
  if (problems.length > 0) throw new ProblemError(problems)
  if (!roles.includes(administratorRole)) await needAnotherAdministrator(context, account)
  await sql`update anzhi.account set roles = ${roles}::text[], version = version + 1
    where id = ${id}::uuid`.execute(context.db)
  await note(context, account, 'roles', { before: account.roles, after: roles })
}

/** Ends an account: it opens nothing from now on, and stands where it stood in every history. */
export async function endAccount(context: Context, id: string, version: number): Promise<void> {
  const account = await hold(context, id, version)
  if (account.endedAt !== null) refuse('nothingToDo')
  await needAnotherAdministrator(context, account)
  await sql`update anzhi.account set ended_at = now(), version = version + 1
    where id = ${id}::uuid`.execute(context.db)
  await endSessionsOf(context.db, id)
  await note(context, account, 'end')
}

/** Opens an account again that had ended, with a new one-time password. */
export async function reopenAccount(context: Context, id: string, version: number): Promise<string> {
  const account = await hold(context, id, version)
  if (account.endedAt === null) refuse('nothingToDo')
  const problems = await personProblems(context, account.person.id)
  if (problems.length > 0) throw new ProblemError(problems)
  return renewPassword(context, account, 'reopen')
}

async function renewPassword(context: Context, account: Account, change: Change): Promise<string> {
  const { db } = context
  const password = oneTimePassword(account.userName)
  await sql`update anzhi.account set password_hash = ${await hashPassword(password)}, password_expired = true,
    ended_at = null, version = version + 1 where id = ${account.id}::uuid`.execute(db)
  await endSessionsOf(db, account.id)
  await openDoor(db, account.userName)
  await note(context, account, change)
  return password
}

/** One at a time changes the accounts of a district: two administrators could end each other. */
async function holdAccounts({ db, actor }: Context): Promise<void> {
  await sql`select id from anzhi.district where id = ${actor.district} for no key update`.execute(db)
}

/** The account as it is now, which nobody else changes until the transaction ends. */
async function hold(context: Context, id: string, version: number): Promise<Account> {
  await holdAccounts(context)
  const { rows } = await sql`select id from anzhi.account
    where district = ${context.actor.district} and id = ${id}::uuid for no key update`.execute(context.db)
  const account = await findAccount(context.db, context.actor.district, id)
  if (rows.length === 0 || account === undefined) return refuse('notFound', 'id')
  return account.version === version ? account : refuse('stale', 'version', { version: account.version })
}

async function nameProblems({ db }: Context, userName: string): Promise<Problem[]> {
  // Names that differ in capitals alone are one name to a reader.
  const { rows } = await sql`
    select id from anzhi.account where lower(user_name) = lower(${userName})`.execute(db)
  return rows.length === 0 ? [] : [problem('nameTaken', 'userName')]
}

/** Nobody has two open accounts: with two, one person could pass for two where two have to look. */
async function personProblems({ db, actor }: Context, person: string): Promise<Problem[]> {
  const { rows } = await sql<{ user_name: string | null }>`
    select a.user_name from ledger.person p
    left join anzhi.account a on a.district = p.district and a.person = p.id and a.ended_at is null
    where p.district = ${actor.district} and p.id = ${person}::uuid and p.organ_id is not null
      and p.state <> 'withdrawn'`.execute(db)
  if (rows.length === 0) return [problem('notFound', 'person', { id: person })]
  const { user_name: userName } = rows[0]!
  return userName === null ? [] : [problem('hasAccount', 'person', { userName })]
}

function roleProblems(context: Context, roles: readonly string[]): Problem[] {
  const known = rolesToGive(context)
  const unknown = roles.filter((role, n) => !known.includes(role) || roles.indexOf(role) < n)
  return unknown.map((given) => problem('notOption', 'roles', { given }))
}

async function needAnotherAdministrator({ db, actor }: Context, { id, roles, endedAt }: Account) {
  if (endedAt !== null || !roles.includes(administratorRole)) return
  const { rows } = await sql`
    select 1 from anzhi.account a join ledger.person p on p.district = a.district and p.id = a.person
    where a.district = ${actor.district} and a.id <> ${id}::uuid and a.ended_at is null
      and ${administratorRole} = any(a.roles) and p.organ_id is not null limit 1`.execute(db)
  if (rows.length === 0) refuse('lastAdministrator')
}

function note({ db, actor }: Context, { id, userName }: Account, change: Change, detail: object = {}) {
  return noteTrail(db, actor, 'grant', { change, account: id, userName, ...detail })
}
