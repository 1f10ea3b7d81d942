import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import type { Program } from './binaries.ts'
import { type Account, asAccount, plainEnvironment } from './command.ts'
import { graceAfterQuitMs } from './orphan.ts'
import { findNote } from './postmaster-file.ts'
import { EmbeddedProblem } from './problem.ts'

/** A postmaster that takes connections. */
export interface Postmaster {
  pid: number
  stop(withinMs: number): Promise<void>
}

export interface Launch {
  program: Program
  dataDir: string
  account: Account
  arguments: string[]
  /** The pid in postmaster.pid that belongs to a zombie or a stranger. */
  notAServer: number | undefined
  log: (line: string) => void
}

/** Starts a postmaster and waits until it takes connections, or tells in its own words why it ended. */
export async function launch(wanted: Launch): Promise<Postmaster> {
  const child = spawn(wanted.program.postgres, wanted.arguments, {
    ...asAccount(wanted.account),
    cwd: '/',
    env: environmentOf(wanted.notAServer),
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // Ctrl-C in a terminal must reach the app alone: the app finishes its requests, then stops us
  })
  const words = collectWords(child, wanted.log)
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('exit', (code, signal) => resolve(signal ?? `code ${code}`))
  })
  await waitReady(child, wanted, ended, words)
  let stopping = false
  void ended.then((how) => {
    if (!stopping) wanted.log(`PostgreSQL ended by itself (${how})`)
  })
  return {
    pid: child.pid!,
    stop: (withinMs) => {
      stopping = true
      return stopChild(child, ended, withinMs, wanted.log)
    },
  }
}

/**
 * PG_GRANDPARENT_PID is how pg_ctl tells a postmaster which pid in a left postmaster.pid is a false match. It takes
 * that file for stale then, but still checks its shared memory: safer than deleting the file.
 */
function environmentOf(notAServer: number | undefined): Record<string, string> {
  return notAServer === undefined
    ? plainEnvironment
    : { ...plainEnvironment, PG_GRANDPARENT_PID: String(notAServer) }
}

/**
 * Line 8 of postmaster.pid, as pg_ctl reads it; with the pid, because a killed server leaves a file that says ready.
 * No limit in time: recovery after a power cut takes as long as it takes, and a start cut short begins it anew.
 */
async function waitReady(
  child: ChildProcess,
  wanted: Launch,
  ended: Promise<string>,
  words: string[],
): Promise<void> {
  let how: string | undefined
  void ended.then((reason) => {
    how = reason
  })
  for (let round = 1; how === undefined; round++) {
    const note = await findNote(wanted.dataDir)
    if (note?.pid === child.pid && note?.status === 'ready') return
    if (round % 500 === 0) wanted.log('PostgreSQL is still starting; it may be recovering after a crash')
    await delay(10)
  }
  throw startFailed(wanted.dataDir, how, words)
}

async function stopChild(
  child: ChildProcess,
  ended: Promise<string>,
  withinMs: number,
  log: (line: string) => void,
): Promise<void> {
  child.kill('SIGINT') // "fast": ends the sessions and writes a checkpoint; SIGTERM would wait for every client
  if (await endsWithin(ended, withinMs)) return
  log(`PostgreSQL did not stop within ${withinMs} ms; stopping it at once, it will recover at the next start`)
  child.kill('SIGQUIT')
  if (await endsWithin(ended, graceAfterQuitMs)) return
  throw new EmbeddedProblem('will-not-stop', `PostgreSQL process ${child.pid} does not stop.`)
}

async function endsWithin(ended: Promise<string>, ms: number): Promise<boolean> {
  const waiting = new AbortController()
  const late = delay(ms, false, { signal: waiting.signal }).catch(() => false)
  const result = await Promise.race([ended.then(() => true), late])
  waiting.abort()
  return result
}

/** Hands the server's lines on and keeps the last few for a problem's sentence. */
function collectWords(child: ChildProcess, log: (line: string) => void): string[] {
  const words: string[] = []
  createInterface({ input: child.stderr! }).on('line', (line) => {
    words.push(line)
    if (words.length > 20) words.shift()
    log(line)
  })
  return words
}

function startFailed(dataDir: string, how: string, words: string[]): EmbeddedProblem {
  const reason = words.find((line) => /FATAL|PANIC/.test(line)) ?? words.at(-1) ?? how
  const isHeld = words.some((line) => /lock file .* already exists|pre-existing shared memory/.test(line))
  return isHeld
    ? new EmbeddedProblem('in-use', `Another server holds the database in ${dataDir}: ${reason}`)
    : new EmbeddedProblem('start-failed', `PostgreSQL did not start over ${dataDir}: ${reason}`)
}
