import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { Place } from './place.ts'
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
export function claimPlace(place: Place): Promise<Claim> {
  return process.platform === 'linux' ? claimName(place) : claimFile(place)
}

function claimName(place: Place): Promise<Claim> {
  // 107 characters fill the address: shorter names are padded by some versions of Node and not by others.
  const path = `\0${`anzhi-${place.key}`.slice(0, 107)}`
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? inUse(place) : error),
    )
    server.listen({ path }, () => {
      server.unref()
      resolve({ release: () => new Promise((done) => server.close(() => done())) })
    })
  })
}

async function claimFile(place: Place): Promise<Claim> {
  const lockAtOpen = 0x20 | constants.O_NONBLOCK // O_EXLOCK of the BSD family, absent from Node's constants
  const file = await open(`${place.dataDir}.lock`, constants.O_RDWR | constants.O_CREAT | lockAtOpen).catch(
    (error: NodeJS.ErrnoException) => {
      throw error.code === 'EAGAIN' ? inUse(place) : error
    },
  )
  return { release: () => file.close() }
}

function inUse(place: Place): EmbeddedProblem {
  return new EmbeddedProblem(
    'in-use',
    `The database in ${place.dataDir} is in use by another running program. Stop that one first, or give this one a data folder of its own.`,
  )
}
