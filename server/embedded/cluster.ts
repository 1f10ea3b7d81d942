import { randomBytes } from 'node:crypto'
import { chown, mkdir, open, readdir, readFile, rename, rmdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { superuser } from './access.ts'
import type { Program } from './binaries.ts'
import { type Account, removeAs, runCommand } from './command.ts'
import { type Place, unlessCode } from './place.ts'
import { EmbeddedProblem } from './problem.ts'
import { listProcesses, signal, waitGone } from './processes.ts'

/** The major version of the cluster in the data folder; undefined when nothing is there yet. */
export async function findClusterMajor({ dataDir }: Place, account: Account): Promise<number | undefined> {
  const folder = await stat(dataDir).catch(unlessCode('ENOENT'))
  if (!folder) return undefined
  if (folder.uid !== account.uid && !account.apart) throw foreignOwner(dataDir, folder.uid, account)
  if ((await readdir(dataDir)).length === 0) return undefined
  const version = await readFile(join(dataDir, 'PG_VERSION'), 'utf8').catch(unlessCode('ENOENT'))
  if (version === undefined) throw notACluster(dataDir)
  if (folder.uid !== account.uid) await takeOver(dataDir, folder.uid, account)
  return Number.parseInt(version, 10)
}

/** Says it when the data were made by another major version; PostgreSQL could not read them. */
export function checkMajor({ dataDir }: Place, major: number, program: Program): void {
  if (major === program.major) return
  throw new EmbeddedProblem(
    'other-version',
    `The database in ${dataDir} was made by PostgreSQL ${major}, and the installed program is ${program.version}. ` +
      `Start it once with the program for ${major}, export the archive, and import it into a new data folder.`,
  )
}

/**
 * Makes a cluster, in a folder beside that gets the final name only when all of it is on disk: an initdb cut short
 * leaves a draft that the next start removes, never half a cluster under the right name.
 */
export async function makeCluster(place: Place, program: Program, account: Account): Promise<void> {
  const draft = `${place.dataDir}.new-${randomBytes(4).toString('hex')}`
  await mkdir(draft, 0o700)
  if (account.apart) await chown(draft, account.uid, account.gid)
  const made = await runCommand(program.initdb, initArguments(draft, program.major), account)
  if (made.code !== 0) {
    await dropDraft(draft, account)
    throw new EmbeddedProblem('init-failed', `The database could not be made: ${made.complaint.trim()}`)
  }
  await rename(draft, place.dataDir).catch(async (cause: NodeJS.ErrnoException) => {
    await dropDraft(draft, account)
    throw cause.code === 'EBUSY' || cause.code === 'EXDEV' ? isMount(place, cause) : cause
  })
  await syncFolder(place.parent)
}

/** Removes drafts of earlier starts that were cut short, after ending an initdb that may still write there. */
export async function dropDrafts(place: Place, account: Account): Promise<void> {
  const prefix = `${basename(place.dataDir)}.new-`
  const drafts = (await readdir(place.parent)).filter((entry) => isDraft(entry, prefix))
  for (const entry of drafts) {
    const draft = join(place.parent, entry)
    const writers = (await listProcesses(account.uid)).filter(({ command }) => command.includes(draft))
    const pids = writers.map(({ pid }) => pid)
    for (const pid of pids) signal(pid, 'SIGTERM')
    if (!(await waitGone(pids, 5000))) for (const pid of pids) signal(pid, 'SIGKILL')
    await dropDraft(draft, account)
  }
}

function isDraft(entry: string, prefix: string): boolean {
  return entry.startsWith(prefix) && /^[0-9a-f]{8}$/.test(entry.slice(prefix.length))
}

/**
 * UTF-8 with the C.UTF-8 locale, the same on every machine and in both versions: with LC_CTYPE=C pg_trgm would be
 * blind to Chinese, and a C-locale default of a bare machine would store text unchecked. Access rules are the strict
 * ones; ours lie outside (access.ts).
 */
function initArguments(folder: string, major: number): string[] {
  const locale = major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []
  return [
    ...['-D', folder, '--username', superuser, '--encoding=UTF8', ...locale, '--locale=C.UTF-8'],
    ...['--data-checksums', '--auth-local=peer', '--auth-host=scram-sha-256', '--no-instructions'],
  ]
}

async function dropDraft(draft: string, account: Account): Promise<void> {
  await removeAs(account, draft) // the account empties it; the folder itself lies in a folder of the app
  await rmdir(draft).catch(unlessCode('ENOENT'))
}

/** Data that root put back from a backup belong to root; any other owner is a question for a person. */
async function takeOver(dataDir: string, owner: number, account: Account): Promise<void> {
  if (owner !== 0) throw foreignOwner(dataDir, owner, account)
  const given = await runCommand('chown', ['-Rh', `${account.uid}:${account.gid}`, dataDir])
  if (given.code !== 0) throw new EmbeddedProblem('folder-refused', `chown failed: ${given.complaint.trim()}`)
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

function foreignOwner(dataDir: string, owner: number, account: Account): EmbeddedProblem {
  return new EmbeddedProblem(
    'foreign-owner',
    `The data folder ${dataDir} belongs to the user id ${owner}, and PostgreSQL would run as ${account.name}. ` +
      `Start as its owner, or hand it over with "chown -R ${account.name} ${dataDir}".`,
  )
}

function notACluster(dataDir: string): EmbeddedProblem {
  return new EmbeddedProblem(
    'not-a-cluster',
    `The folder ${dataDir} holds files but no database. Nothing was changed; give an empty folder or a new name.`,
  )
}

function isMount({ dataDir }: Place, cause: Error): EmbeddedProblem {
  const sentence = `The data folder ${dataDir} is a mount point. Give a folder inside of it, for example ${join(dataDir, 'data')}.`
  return new EmbeddedProblem('folder-is-mount', sentence, { cause })
}
