import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fitsSocket } from './access.ts'
import { ask, canRun, isAlive, isLinux, isOpen, makeStand, type Stand, until } from './trial/stand.ts'

let stand: Stand
beforeEach(() => {
  stand = makeStand()
})
afterEach(() => stand.clear())

describe('a start', () => {
  it('ends when the server takes connections, at once', async () => {
    const server = await stand.start()
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(readFileSync(join(stand.dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]).toBe(
      String(server.pid),
    )
    expect(server).toMatchObject({ dataDir: stand.dataDir, superuser: 'postgres' })
  })

  it('waits for the end of a recovery, and does not believe the "ready" that a killed server left', async () => {
    const app = await stand.app()
    await ask(
      app.url,
      'create table t as select n, repeat(md5(n::text), 8) as x from generate_series(1, 300000) n',
    )
    process.kill(app.server, 'SIGKILL')
    await app.kill()
    expect(readFileSync(join(stand.dataDir, 'postmaster.pid'), 'utf8')).toContain('ready')
    const server = await stand.start()
    expect(await ask(server.url('postgres'), 'select count(*) from t')).toEqual([{ count: '300000' }])
    expect(stand.lines.join('\n')).toContain('redo done')
    expect(server.pid).not.toBe(app.server)
  })

  it('tells why the server ended, and leaves the data folder free for the next start', async () => {
    const failing = stand.start({ settings: { shared_buffers: 'much' } })
    await expect(failing).rejects.toMatchObject({
      code: 'start-failed',
      message: expect.stringContaining('much'),
    })
    const server = await stand.start()
    expect(isAlive(server.pid)).toBe(true)
  })

  it.each([
    ['fsync', 'off'],
    ['Fsync', 'off'],
    ['full_page_writes', 'off'],
    ['listen_addresses', '*'],
    ['hba_file', '/dev/null'],
    ['fsync=off -c work_mem', '4MB'],
  ])('refuses a setting that would break safety: %s', async (name, value) => {
    const refused = stand.start({ settings: { [name]: value } })
    await expect(refused).rejects.toMatchObject({ code: 'setting-refused' })
    expect(existsSync(stand.dataDir)).toBe(false)
  })

  it('keeps fsync on, whatever stands in the configuration files', async () => {
    const first = await stand.start()
    await ask(first.url('postgres'), 'alter system set fsync = off')
    await first.stop()
    const server = await stand.start({ settings: { work_mem: '8MB' } })
    expect(await ask(server.url('postgres'), 'show fsync')).toEqual([{ fsync: 'on' }])
    expect(await ask(server.url('postgres'), 'show work_mem')).toEqual([{ work_mem: '8MB' }])
  })
})

it.runIf(canRun('setsid', 'true'))('Ctrl-C in a terminal reaches the app alone', async () => {
  const app = await stand.app({}, { through: ['setsid'] })
  process.kill(-app.app, 'SIGINT') // what a terminal does: to the whole process group
  await until(() => !isAlive(app.app))
  expect(await ask(app.url, 'select 1 as one')).toEqual([{ one: 1 }])
})

describe('the socket', () => {
  it.runIf(isLinux)('is the only way in: no process of the server holds an internet socket', async () => {
    const server = await stand.start()
    const children = execFileSync('cat', [`/proc/${server.pid}/task/${server.pid}/children`], {
      encoding: 'utf8',
    })
    const pids = [server.pid, ...children.trim().split(' ').map(Number)]
    expect(pids.length).toBeGreaterThan(3)
    const held = pids.flatMap((pid) =>
      readdirSync(`/proc/${pid}/fd`).map((fd) => readLink(`/proc/${pid}/fd/${fd}`)),
    )
    const internet = ['tcp', 'tcp6', 'udp', 'udp6'].flatMap(inodesOf)
    const unix = readFileSync('/proc/net/unix', 'utf8')
    expect(held.some((link) => link.startsWith('socket:') && unix.includes(link.slice(8, -1)))).toBe(true)
    expect(held.filter((link) => internet.includes(link))).toEqual([])
  })

  it('lies beside the data where its path is short enough', async () => {
    const server = await stand.start()
    expect(server.socketDir).toBe(join(stand.folder, 'data.run', 'socket'))
  })

  it('lies in the temporary folder where it is not, and is removed at the stop', async () => {
    const dataDir = join(stand.folder, '安全生产治本攻坚三年行动办公室'.repeat(3), 'data')
    expect(fitsSocket(`${dataDir}.run/socket`)).toBe(false)
    const server = await stand.start({ dataDir })
    expect(fitsSocket(server.socketDir)).toBe(true)
    expect(await ask(server.url('postgres'), 'show data_directory')).toEqual([{ data_directory: dataDir }])
    await server.stop()
    expect(existsSync(server.socketDir)).toBe(false)
  })

  // A program that had to be copied lies beside the data, and initdb itself cannot say a path with quotation marks.
  it.runIf(isOpen)('may have any letters in its path', async () => {
    const dataDir = join(stand.folder, '数据 "one", 100%', 'data')
    const server = await stand.start({ dataDir })
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(new URL(server.url('安治')).pathname).toBe(`/${encodeURIComponent('安治')}`)
  })
})

describe('a stop', () => {
  it('is a fast shutdown, which ends open sessions and needs no recovery', async () => {
    const server = await stand.start()
    const session = ask(server.url('postgres'), 'select pg_sleep(60)')
    const refused = expect(session).rejects.toMatchObject({ code: '57P01' })
    await until(async () => (await sleeping(server.url('postgres'))).length === 1)
    await Promise.all([server.stop(), server.stop()])
    await refused
    expect(isAlive(server.pid)).toBe(false)
    expect(stand.lines.join('\n')).toMatch(/fast shutdown request[\s\S]*database system is shut down/)
    expect(existsSync(join(stand.dataDir, 'postmaster.pid'))).toBe(false)
  })

  it('becomes an immediate shutdown when a session hangs, and no acknowledged row is lost', async () => {
    const server = await stand.start({ stopWithinMs: 300 })
    await ask(server.url('postgres'), 'create table kept as select 7 as n')
    const session = ask(server.url('postgres'), 'select pg_sleep(60)').catch(() => {})
    await until(async () => (await sleeping(server.url('postgres'))).length === 1)
    const [hanging] = await sleeping(server.url('postgres'))
    process.kill(Number(hanging!.pid), 'SIGSTOP')
    await server.stop()
    await session
    expect(isAlive(server.pid)).toBe(false)
    expect(stand.lines.join('\n')).toContain('immediate shutdown request')
    const next = await stand.start()
    expect(await ask(next.url('postgres'), 'select n from kept')).toEqual([{ n: 7 }])
  })

  it('of a server that ended by itself gives the data folder free', async () => {
    const server = await stand.start()
    process.kill(server.pid, 'SIGKILL')
    await until(() => stand.lines.includes('PostgreSQL ended by itself (SIGKILL)'))
    await server.stop()
    expect((await stand.start()).pid).not.toBe(server.pid)
  })
})

const sleeping = (url: string) => ask(url, `select pid from pg_stat_activity where wait_event = 'PgSleep'`)

function readLink(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return '' // closed meanwhile
  }
}

function inodesOf(protocol: string): string[] {
  const rows = readFileSync(`/proc/net/${protocol}`, 'utf8').trim().split('\n').slice(1)
  return rows.map((row) => `socket:[${row.trim().split(/\s+/)[9]}]`)
}
