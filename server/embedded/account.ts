import { type UserInfo, userInfo } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { findNameClaim } from './claim.ts'
import { type Account, type Outcome, runCommand } from './command.ts'
import { EmbeddedProblem } from './problem.ts'

/**
 * The system user for an app that runs as root (PostgreSQL refuses to). Not `postgres`: a server of the distribution
 * runs under that name, and the two should not be able to read each other's files.
 */
const systemName = 'anzhi-postgres'

/** The user PostgreSQL will run as: the app's own, or for root a system user, made when missing. */
export async function settleAccount(): Promise<Account> {
  return process.geteuid?.() === 0 ? settleSystemAccount(systemName) : ownAccount()
}

/** Finds or makes a system user. A bare uid is not enough: initdb asks the password database for its name. */
export async function settleSystemAccount(name: string): Promise<Account> {
  for (let round = 1; ; round++) {
    const found = await findAccount(name)
    if (found) return found
    const complaint = await makeInTurn(name)
    if (round > 30) throw cannotMake(name, complaint ?? 'it does not appear')
    await delay(complaint === undefined ? 0 : 100)
  }
}

/** What useradd complained of and may be over soon; other complaints are the problem. */
async function makeInTurn(name: string): Promise<string | undefined> {
  // useradd looks for the name before it locks the user files: the later of two would replace the earlier's uid.
  const turn = await findNameClaim(`useradd ${name}`)
  if (!turn) return 'another start is making it'
  try {
    if (await findAccount(name)) return undefined
    const { code, complaint } = await makeSystemUser(name)
    const isLocked = code === 1 || code === 10 // an administrator is changing the user files just now
    if (code !== 0 && !isLocked) throw cannotMake(name, complaint)
    return isLocked ? complaint : undefined
  } finally {
    await turn.release()
  }
}

function makeSystemUser(name: string): Promise<Outcome> {
  return runCommand('useradd', [
    ...['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'],
    ...['--shell', '/usr/sbin/nologin', '--comment', 'embedded PostgreSQL', name],
  ])
}

function cannotMake(name: string, complaint: string): EmbeddedProblem {
  return new EmbeddedProblem(
    'no-account',
    `PostgreSQL does not run as root, and the system user "${name}" could not be made (${complaint.trim()}). ` +
      `Make it with "useradd --system ${name}", start as an ordinary user, or set DATABASE_URL.`,
  )
}

/** The name under which the server will see the app come in through its socket. */
export function appName(): string {
  return ownEntry().username
}

function ownAccount(): Account {
  const { username, uid, gid } = ownEntry()
  return { name: username, uid, gid, apart: false }
}

function ownEntry(): UserInfo<string> {
  try {
    return userInfo()
  } catch (cause) {
    const sentence =
      `The user id ${process.geteuid?.()} has no name on this system, and PostgreSQL needs one. ` +
      'Start as a user with an entry in /etc/passwd, or set DATABASE_URL.'
    throw new EmbeddedProblem('no-account', sentence, { cause })
  }
}

async function findAccount(name: string): Promise<Account | undefined> {
  const { code, output } = await runCommand('getent', ['passwd', name])
  const [found, , uid, gid] = output.trim().split(':')
  if (code !== 0 || found !== name || !Number(uid)) return undefined
  return { name, uid: Number(uid), gid: Number(gid), apart: true }
}
