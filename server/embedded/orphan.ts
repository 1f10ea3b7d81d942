import { isTemporarySocketFolder } from './access.ts'
import { type Account, removeAs } from './command.ts'
import { findApp, isChildOver, isServerOver } from './mark.ts'
import type { Place } from './place.ts'
import { findNote, hasListener } from './postmaster-file.ts'
import { EmbeddedProblem } from './problem.ts'
import { findInnerPid, findProcess, listProcesses, type Running, signal, waitGone } from './processes.ts'

/** After SIGQUIT a postmaster gives its children 5 s before it kills them. */
export const graceAfterQuitMs = 15_000

/**
 * Ends what an app that died left running over this place, and nothing else.
 *
 * Nothing is ever deleted here, postmaster.pid least of all: PostgreSQL needs its line 7 to see whether the old
 * shared memory is still in use. When the pid in it belongs to a zombie or to a stranger, that pid is returned, for
 * `launch` to tell PostgreSQL that it is not a server.
 */
export async function endOrphan(
  place: Place,
  account: Account,
  stopWithinMs: number,
  log: (line: string) => void,
): Promise<number | undefined> {
  const note = await findNote(place.dataDir)
  const server = await findServer(place, account)
  if (server) await stopOrphan(server, place, account, stopWithinMs, log)
  else if (note && (await hasListener(note))) throw inUseElsewhere(place)
  await endSurvivors(place, account, stopWithinMs, log)
  if (note && isTemporarySocketFolder(note.socketDir)) await removeAs(account, note.socketDir)
  const left = await findNote(place.dataDir)
  return left && (await findProcess(left.pid)) ? left.pid : undefined
}

/** Looks at the processes, not at postmaster.pid: people delete that file "to make it start again". */
async function findServer(place: Place, account: Account): Promise<Running | undefined> {
  const servers = (await listProcesses(account.uid)).filter((running) => isServerOver(running, place))
  // A child forked a moment ago still shows the postmaster's command line.
  return servers.find(({ parent }) => !servers.some(({ pid }) => pid === parent))
}

async function stopOrphan(
  server: Running,
  place: Place,
  account: Account,
  stopWithinMs: number,
  log: (line: string) => void,
): Promise<void> {
  const app = findApp(server, place, account)
  if (app === undefined) throw startedOtherwise(server, place)
  // The kernel gives the child of a dead process another parent at once; so this needs no look at pids and times.
  // Seen from outside of a container both have other pids: compared is what the app itself wrote down.
  if (app === (await findInnerPid(server.parent))) throw inUseBy(app, place)
  log(`PostgreSQL ${server.pid} was left by a program that died (${app}); stopping it`)
  signal(server.pid, 'SIGINT')
  if (await waitGone([server.pid], stopWithinMs)) return
  log(`it did not stop within ${stopWithinMs} ms; stopping it at once`)
  signal(server.pid, 'SIGQUIT')
  if (await waitGone([server.pid], graceAfterQuitMs)) return
  throw willNotStop(server.pid, place)
}

/** A postmaster killed outright may leave a child at work that has not noticed; it must not write beside a new one. */
async function endSurvivors(
  place: Place,
  account: Account,
  stopWithinMs: number,
  log: (line: string) => void,
): Promise<void> {
  const survivors = (await listProcesses(account.uid)).filter((running) => isChildOver(running, place))
  const pids = survivors.map((running) => running.pid)
  if (await waitGone(pids, 1000)) return
  log(`children of a killed PostgreSQL are still at work (${pids.join(', ')}); stopping them`)
  for (const name of ['SIGQUIT', 'SIGKILL'] as const) {
    for (const pid of pids) if (await isStillChild(pid, place)) signal(pid, name)
    if (await waitGone(pids, stopWithinMs)) return
  }
  throw willNotStop(pids[0] ?? 0, place)
}

async function isStillChild(pid: number, place: Place): Promise<boolean> {
  const running = await findProcess(pid)
  return running !== undefined && isChildOver(running, place)
}

function inUseBy(app: number, place: Place): EmbeddedProblem {
  return new EmbeddedProblem(
    'in-use',
    `The database in ${place.dataDir} is in use by the running program ${app}. Stop that one first, or give this one a data folder of its own.`,
  )
}

function inUseElsewhere(place: Place): EmbeddedProblem {
  return new EmbeddedProblem(
    'in-use',
    `A server that cannot be seen from here, perhaps in another container, answers for the database in ${place.dataDir}. Stop it first.`,
  )
}

function startedOtherwise(server: Running, place: Place): EmbeddedProblem {
  return new EmbeddedProblem(
    'foreign-server',
    `PostgreSQL process ${server.pid}, started by other means, runs over ${place.dataDir}. Stop it the way it was started.`,
  )
}

function willNotStop(pid: number, place: Place): EmbeddedProblem {
  return new EmbeddedProblem(
    'will-not-stop',
    `PostgreSQL process ${pid} over ${place.dataDir} does not stop. Nothing was deleted; look at that process before starting again.`,
  )
}
