import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type Account, runCommand } from './command.ts'
import { EmbeddedProblem } from './problem.ts'

/** Where a cluster lives. `key` names this very folder, whatever path leads to it. */
export interface Place {
  dataDir: string
  parent: string
  /** Beside the data folder, owned by the app: who may come in, the socket, and a copy of the program if needed. */
  keep: string
  key: string
}

/** Makes the parents of the data folder and finds its one true path. */
export async function settlePlace(dataDir: string): Promise<Place> {
  const wanted = resolve(dataDir)
  await makeOpenFolder(dirname(wanted))
  const actual = await realpath(wanted).catch(async () =>
    join(await realpath(dirname(wanted)), basename(wanted)),
  )
  const parent = dirname(actual)
  const { dev, ino } = await stat(parent)
  const key = createHash('sha512')
    .update(`${dev}:${ino}:${basename(actual)}`)
    .digest('hex')
  return { dataDir: actual, parent, keep: `${actual}.run`, key }
}

/**
 * Makes a folder and its missing parents, each 0755. Node's recursive mkdir would give the umask's or the leaf's
 * mode to every one of them, and a parent that root alone may enter stops the server's user.
 */
export async function makeOpenFolder(folder: string): Promise<void> {
  if (await stat(folder).catch(() => undefined)) return
  await makeOpenFolder(dirname(folder))
  await mkdir(folder).catch(unlessCode('EEXIST'))
  await chmod(folder, 0o755)
}

/** Makes the folder beside the data. Nobody else may own it: the app would run programs and obey rules of theirs. */
export async function settleKeep({ keep }: Place): Promise<void> {
  await makeOpenFolder(keep)
  const { uid } = await lstat(keep)
  if (uid === process.geteuid?.()) return
  const sentence = `The folder ${keep} belongs to the user id ${uid}. Start as that user, or remove the folder; it holds no data.`
  throw new EmbeddedProblem('foreign-owner', sentence)
}

/** Says which folder above the data shuts the account out, before PostgreSQL says it in other words. */
export async function checkWay(place: Place, account: Account): Promise<void> {
  if (!account.apart || (await mayEnter(place.parent, account))) return
  const above = place.parent.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/') || '/')
  for (const folder of above) {
    if (await mayEnter(folder, account)) continue
    throw new EmbeddedProblem(
      'folder-closed',
      `PostgreSQL runs as the user ${account.name}, who may not enter ${folder}. ` +
        `Choose a data folder outside of it, for example under /var/lib, or open it with "chmod o+x ${folder}".`,
    )
  }
}

/** For `catch`: lets one error code pass as undefined. */
export function unlessCode(code: string): (error: NodeJS.ErrnoException) => undefined {
  return (error) => {
    if (error.code !== code) throw error
    return undefined
  }
}

/** Asked of the kernel with the account's rights, so that groups and access lists count too. */
async function mayEnter(folder: string, account: Account): Promise<boolean> {
  return (await runCommand('test', ['-x', folder], account)).code === 0
}
