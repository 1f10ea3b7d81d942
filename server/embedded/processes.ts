import { readdir, readFile, readlink } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { runCommand } from './command.ts'

/** What the system tells about a process. `program` and `folder` only where it tells them. */
export interface Running {
  pid: number
  parent: number
  uid: number
  /** Dead, but not yet reaped by its parent: a zombie. It still answers to signal 0. */
  dead: boolean
  /** The command line, or the title a process gave itself. */
  command: string
  program?: string
  folder?: string
}

/** The process with this pid, if there is one. */
export async function findProcess(pid: number): Promise<Running | undefined> {
  if (process.platform === 'linux') return readProcess(pid)
  return (await listByPs(['-p', String(pid)]))[0]
}

/** The pid that a process has in its own pid namespace, as it would write it down itself. */
export async function findInnerPid(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const pids = /^NSpid:(.*)$/m.exec(status)?.[1]?.trim().split(/\s+/)
  return Number(pids?.at(-1) ?? pid)
}

/** All processes of one user. */
export async function listProcesses(uid: number): Promise<Running[]> {
  const all = process.platform === 'linux' ? await listByProc(uid) : await listByPs(['-ax'])
  return all.filter((running) => running.uid === uid)
}

/** Waits until none of these processes lives; zombies count as gone. False when time ran out. */
export async function waitGone(pids: number[], withinMs: number): Promise<boolean> {
  const end = Date.now() + withinMs
  for (;;) {
    const living = await Promise.all(pids.map(async (pid) => (await findProcess(pid))?.dead === false))
    if (!living.includes(true)) return true
    if (Date.now() > end) return false
    await delay(20)
  }
}

/** Sends a signal; a process that has gone meanwhile is no error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function listByProc(uid: number): Promise<Running[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const all = await Promise.all(pids.map((pid) => readProcess(pid, uid)))
  return all.filter((running) => running !== undefined)
}

async function readProcess(pid: number, ofUid?: number): Promise<Running | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status)?.[1]
  const uid = Number(field('Uid'))
  if (!status || (ofUid !== undefined && uid !== ofUid)) return undefined
  // The links are closed to root without CAP_SYS_PTRACE (the rule in containers) and to other users.
  const [command, program, folder] = await Promise.all([
    readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
    readlink(`/proc/${pid}/exe`).catch(() => undefined),
    readlink(`/proc/${pid}/cwd`).catch(() => undefined),
  ])
  return {
    pid,
    parent: Number(field('PPid')),
    uid,
    dead: 'ZX'.includes(field('State') ?? 'X'),
    command: command.replaceAll('\0', ' ').trim(),
    program,
    folder,
  }
}

/** For systems without /proc (macOS). */
export async function listByPs(which: string[]): Promise<Running[]> {
  const { output } = await runCommand('ps', [...which, '-ww', '-o', 'pid=,ppid=,uid=,stat=,command='])
  return output.split('\n').flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line)
    if (!match) return []
    const [, pid, parent, uid, state, command] = match
    return [
      {
        pid: Number(pid),
        parent: Number(parent),
        uid: Number(uid),
        dead: state!.startsWith('Z'),
        command: command!.trim(),
      },
    ]
  })
}
