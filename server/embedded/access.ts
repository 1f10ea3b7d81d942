import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { appName } from './account.ts'
import { type Account, removeAs } from './command.ts'
import { type Place, unlessCode } from './place.ts'

/** How the app, and nobody else, reaches its server. */
export interface Access {
  socketDir: string
  arguments: string[]
  remove(): Promise<void>
}

export const superuser = 'postgres'
export const port = 5432 // only part of the socket's file name; nothing listens on the network

const temporaryPrefix = 'anzhi-pg-'
const socketName = `.s.PGSQL.${port}`

/**
 * Makes the socket's folder and the rules for coming in.
 *
 * Two locks, no secret. The folder is 0700 and belongs to the server's user, so only that user and root can reach
 * the socket; and `peer` has the kernel tell who calls, and lets only the app's own system user in as superuser. A
 * password would have to lie somewhere, would be missing after a restore elsewhere, and would stand in the URL, which
 * gets logged. Any other role (one with fewer rights, made by the product) needs its password. The rules lie beside
 * the data, in files of the app: the server cannot change them, root need not write into a folder of a lesser user,
 * and pg_hba.conf inside stays as strict as initdb made it, should the data move to another server.
 */
export async function settleAccess(place: Place, account: Account): Promise<Access> {
  const rules = join(place.keep, 'access.conf')
  const names = join(place.keep, 'names.conf')
  await writeOpen(rules, `local all ${superuser} peer map=anzhi\nlocal all all scram-sha-256\n`)
  await writeOpen(names, `anzhi "${appName()}" ${superuser}\n`)
  const socketDir = await makeSocketFolder(place, account)
  const settings = {
    listen_addresses: '',
    port: String(port),
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    hba_file: rules,
    ident_file: names,
  }
  return {
    socketDir,
    arguments: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    remove: () => (isTemporarySocketFolder(socketDir) ? removeAs(account, socketDir) : Promise.resolve()),
  }
}

/**
 * A URL for one database. The folder stands percent-encoded in the host's place: libpq, pg and the URL class of
 * Node all read that (the class refuses an empty host with `?host=`).
 */
export function urlOf(socketDir: string, database: string): string {
  return `postgresql://${superuser}@${encodeURIComponent(socketDir)}:${port}/${encodeURIComponent(database)}`
}

/** Whether this is a folder that `settleAccess` made in the system's temporary folder. */
export function isTemporarySocketFolder(folder: string): boolean {
  return temporaryRoots().some(
    (root) => dirname(folder) === root && folder.startsWith(join(root, temporaryPrefix)),
  )
}

/** Whether the path of a socket in this folder fits into an address: 107 bytes on Linux, 103 on macOS. */
export function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(join(folder, socketName)) <= (process.platform === 'linux' ? 107 : 103)
}

async function makeSocketFolder(place: Place, account: Account): Promise<string> {
  const beside = join(place.keep, 'socket')
  const folder = fitsSocket(beside) ? await makeFolder(beside) : await mkdtemp(shortPrefix())
  await chmod(folder, 0o700)
  if (account.apart) await chown(folder, account.uid, account.gid)
  return folder
}

async function makeFolder(folder: string): Promise<string> {
  await mkdir(folder, 0o700).catch(unlessCode('EEXIST'))
  return folder
}

function shortPrefix(): string {
  const prefixes = temporaryRoots().map((root) => join(root, temporaryPrefix))
  return prefixes.find((prefix) => fitsSocket(`${prefix}123456`)) ?? prefixes[0]!
}

function temporaryRoots(): string[] {
  return [tmpdir(), '/tmp']
}

async function writeOpen(file: string, text: string): Promise<void> {
  await rm(file, { force: true })
  await writeFile(file, text, { flag: 'wx', mode: 0o644 })
  await chmod(file, 0o644)
}
