import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settleAccount } from './account.ts'
import { getNativePackage, settleProgram } from './binaries.ts'
import { asAccount } from './command.ts'
import { listProcesses } from './processes.ts'
import { ask, canRun, isAlive, isLinux, isRoot, lookAt, makeStand, type Stand, until } from './trial/stand.ts'

let stand: Stand
const helpers: ChildProcess[] = []
beforeEach(() => {
  stand = makeStand()
})
afterEach(async () => {
  for (const helper of helpers.splice(0)) helper.kill('SIGKILL')
  await stand.clear()
})

describe('an orphan of a killed app', () => {
  it('is stopped, and its rows are there', async () => {
    const app = await stand.app()
    await ask(app.url, 'create table kept as select 7 as n')
    await app.kill()
    expect(isAlive(app.server)).toBe(true)
    const server = await stand.start()
    expect(isAlive(app.server)).toBe(false)
    expect(await ask(server.url('postgres'), 'select n from kept')).toEqual([{ n: 7 }])
    expect(stand.lines.join('\n')).toContain(
      `PostgreSQL ${app.server} was left by a program that died (${app.app})`,
    )
  })

  it('is found even when somebody deleted postmaster.pid', async () => {
    const app = await stand.app()
    await app.kill()
    rmSync(join(stand.dataDir, 'postmaster.pid'))
    await stand.start()
    expect(isAlive(app.server)).toBe(false)
  })

  it('is stopped at once when it hangs in a fast shutdown', async () => {
    const app = await stand.app()
    const session = ask(app.url, 'select pg_sleep(60)').catch(() => {})
    const [hanging] = await sleepers(app.url)
    process.kill(hanging!, 'SIGSTOP')
    await app.kill()
    await stand.start({ stopWithinMs: 300 })
    await session
    expect(stand.lines.join('\n')).toContain('did not stop within 300 ms')
    expect(isAlive(app.server)).toBe(false)
  })

  it('takes its temporary socket folder with it', async () => {
    const dataDir = join(stand.folder, 'long'.repeat(30), 'data')
    const app = await stand.app({ dataDir })
    await app.kill()
    expect(existsSync(app.socketDir)).toBe(true)
    const server = await stand.start({ dataDir })
    expect(existsSync(app.socketDir)).toBe(false)
    expect(server.socketDir).not.toBe(app.socketDir)
  })

  const withoutPtrace = ['setpriv', '--bounding-set=-sys_ptrace', '--inh-caps=-sys_ptrace']
  it.runIf(isRoot && canRun('setpriv', ...withoutPtrace.slice(1), 'true'))(
    'is known where root may not read /proc/PID/exe, as in most containers',
    async () => {
      const app = await stand.app()
      await app.kill()
      const next = await stand.app({}, { through: withoutPtrace })
      expect(next.problem).toBeUndefined()
      expect(isAlive(app.server)).toBe(false)
      await next.stop()
    },
  )
})

describe('a killed postmaster', () => {
  it('leaves a child at work, which is stopped before a new server starts', async () => {
    const app = await stand.app()
    const busy = 'select count(*) from generate_series(1, 1000000) a, generate_series(1, 1000000) b'
    const session = ask(app.url, `set statement_timeout = 0; ${busy}`).catch(() => {})
    const [worker] = await workers(app.url)
    process.kill(app.server, 'SIGKILL')
    await app.kill()
    expect(isAlive(worker!)).toBe(true)
    const server = await stand.start()
    await session
    expect(isAlive(worker!)).toBe(false)
    expect(stand.lines.join('\n')).toContain('children of a killed PostgreSQL are still at work')
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it.runIf(isLinux)('that its parent never reaps, a zombie, does not stand in the way', async () => {
    await (await stand.start()).stop()
    const parent = await startByHand('.', '& exec cat')
    const pid = notedPid()
    process.kill(pid, 'SIGKILL')
    await until(() => lookAt(pid)?.state === 'Z')
    const server = await stand.start()
    expect(lookAt(pid)).toMatchObject({ state: 'Z', parent: parent.pid })
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('whose pid a stranger got does not stand in the way, and the stranger lives on', async () => {
    const account = await settleAccount()
    const stranger = spawn('sh', ['-c', 'read line; :'], { ...asAccount(account), cwd: '/' })
    helpers.push(stranger)
    await killAllAndNote(stranger.pid!)
    const server = await stand.start()
    expect(isAlive(stranger.pid!)).toBe(true)
    expect(isAlive(server.pid)).toBe(true)
  })

  it('whose pid the server of another data folder got does not stop that server', async () => {
    const other = await stand.start({ dataDir: join(stand.folder, 'data2') })
    await killAllAndNote(other.pid)
    const server = await stand.start()
    expect(await ask(other.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('a server that is no orphan', () => {
  it.each(['"$PWD"', '.'])('is left alone when it was started by other means, with -D %s', async (folder) => {
    await (await stand.start()).stop()
    await startByHand(folder)
    const pid = notedPid()
    await expect(stand.start()).rejects.toMatchObject({ code: 'foreign-server' })
    expect(isAlive(pid)).toBe(true)
  })

  it.runIf(isRoot && canRun('unshare', '--net', 'true'))(
    'is left alone when its app lives where our lock is not seen',
    async () => {
      const app = await stand.app({}, { through: ['unshare', '--net'] })
      await expect(stand.start()).rejects.toMatchObject({
        code: 'in-use',
        message: expect.stringContaining(`running program ${app.app}`),
      })
      expect(await ask(app.url, 'select 1 as one')).toEqual([{ one: 1 }])
      await app.stop()
    },
  )

  const container = ['--net', '--pid', '--ipc', '--mount', '--fork', '--kill-child']
  const inside = ['sh', '-c', 'mount -t proc proc /proc; exec "$0" "$@"']
  describe.runIf(isRoot && canRun('unshare', ...container, 'true'))('and lives in a container', () => {
    it('is left alone when seen from outside, where all its pids are other ones', async () => {
      const app = await stand.app({}, { through: ['unshare', ...container, ...inside] })
      await expect(stand.start()).rejects.toMatchObject({ code: 'in-use' })
      expect(await ask(app.url, 'select 1 as one')).toEqual([{ one: 1 }])
      await app.stop()
    })

    it('is left alone when it cannot be seen, from another container', async () => {
      const app = await stand.app({}, { through: ['unshare', ...container, ...inside] })
      const second = await stand.app({}, { through: ['unshare', ...container, ...inside] })
      expect(second.problem?.sentence).toContain('cannot be seen from here')
      expect(second.problem?.code).toBe('in-use')
      expect(await ask(app.url, 'select 1 as one')).toEqual([{ one: 1 }])
      await app.stop()
    })

    it('is an orphan as soon as its app in there is dead', async () => {
      const reaper = ['sh', '-c', 'mount -t proc proc /proc; "$0" "$@" & exec cat']
      const app = await stand.app({}, { through: ['unshare', ...container, ...reaper] })
      const server = (await listProcesses((await settleAccount()).uid)).find(({ command }) =>
        command.includes(`-D ${stand.dataDir} -c anzhi.app=${app.app} `),
      )
      process.kill(server!.parent, 'SIGKILL')
      await until(() => !isAlive(server!.parent))
      await stand.start()
      expect(isAlive(server!.pid)).toBe(false)
      await app.kill()
    })
  })
})

/** Starts the stand's cluster without the supervisor, from a shell in its folder, which then does `rest`. */
async function startByHand(folder: string, rest = ''): Promise<ChildProcess> {
  const account = await settleAccount()
  // Where the account can run it: in a checkout under root's own home that is a copy.
  const keep = `${stand.dataDir}.run`
  const { postgres } = await settleProgram(getNativePackage(), account, keep, () => {})
  const command = `cd "${stand.dataDir}"; "${postgres}" -D ${folder} -c listen_addresses= -c unix_socket_directories="${stand.folder}" ${rest}`
  const shell = spawn('sh', ['-c', command], {
    ...asAccount(account),
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  helpers.push(shell)
  await until(() => existsSync(pidFile()) && readFileSync(pidFile(), 'utf8').includes('ready'))
  return shell
}

/** A killed app and postmaster, whose pid then went to another process: both lock files name that one. */
async function killAllAndNote(pid: number): Promise<void> {
  const app = await stand.app()
  process.kill(app.server, 'SIGKILL')
  await app.kill()
  for (const file of [pidFile(), join(app.socketDir, '.s.PGSQL.5432.lock')]) {
    const text = readFileSync(file, 'utf8')
    expect(text.split('\n')[0]).toBe(String(app.server))
    writeFileSync(file, text.replace(/^\d+/, String(pid)))
  }
}

const pidFile = () => join(stand.dataDir, 'postmaster.pid')
const notedPid = () => Number(readFileSync(pidFile(), 'utf8').split('\n')[0])

const sleepers = (url: string) => pidsWhere(url, `wait_event = 'PgSleep'`)
const workers = (url: string) => pidsWhere(url, `query like 'set %generate_series%' and state = 'active'`)

async function pidsWhere(url: string, condition: string): Promise<number[]> {
  let pids: number[] = []
  await until(async () => {
    const rows = await ask(
      url,
      `select pid from pg_stat_activity where pid <> pg_backend_pid() and ${condition}`,
    )
    pids = rows.map(({ pid }) => Number(pid))
    return pids.length > 0
  })
  return pids
}
