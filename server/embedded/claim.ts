import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer } from 'node:net'
import { type Place, unlessCode } from './place.ts'
import { EmbeddedProblem } from './problem.ts'

/** The right to run a server over one data folder; it ends with `release` or with the process, however that dies. */
export interface Claim {
  release(): Promise<void>
}

/**
 * Claims the data folder for this process, or says that another one has it.
 *
 * How the lock was chosen: a file with a pid goes stale, and two processes that break a stale file at once can both
 * win; Node has no flock. The kernel gives two locks that are atomic and die with their process: on Linux a name in
 * the abstract socket namespace (nothing on disk), on macOS a file opened with O_EXLOCK. The Linux name is known
 * within one network namespace only; for containers that share a volume the second line is that a server whose
 * socket answers, or whose shared memory is in use, is never touched (orphan.ts, and PostgreSQL itself).
 */
export async function claimPlace(place: Place): Promise<Claim> {
  const claim = process.platform === 'linux' ? await findNameClaim(place.key) : await findFileClaim(place)
  if (claim) return claim
  throw inUse(place)
}

/** Claims a name on this machine (Linux); undefined when another process, or another part of this one, has it. */
export function findNameClaim(name: string): Promise<Claim | undefined> {
  // A digest as long as an address can be: a shorter name is padded by some versions of Node and not by others.
  const digest = createHash('sha512').update(name).digest('hex')
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    )
    server.listen({ path: `\0${digest.slice(0, 107)}` }, () => {
      server.unref()
      resolve({ release: () => new Promise((done) => server.close(() => done())) })
    })
  })
}

async function findFileClaim(place: Place): Promise<Claim | undefined> {
  const lockAtOpen = 0x20 | constants.O_NONBLOCK // O_EXLOCK of the BSD family, absent from Node's constants
  const flags = constants.O_RDWR | constants.O_CREAT | lockAtOpen
  const file = await open(`${place.dataDir}.lock`, flags).catch(unlessCode('EAGAIN'))
  return file && { release: () => file.close() }
}

function inUse(place: Place): EmbeddedProblem {
  return new EmbeddedProblem(
    'in-use',
    `The database in ${place.dataDir} is in use by another running program. Stop that one first, or give this one a data folder of its own.`,
  )
}
