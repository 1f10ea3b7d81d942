import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settleAccount } from './account.ts'
import { runCommand } from './command.ts'
import { listProcesses } from './processes.ts'
import {
  ask,
  canRun,
  isOpen,
  isRoot,
  lookAt,
  makeStand,
  native15,
  nobody,
  type Stand,
  until,
} from './trial/stand.ts'

let stand: Stand
beforeEach(() => {
  stand = makeStand()
})
afterEach(() => stand.clear())

describe.each([
  ['18', undefined],
  ['15', native15],
])('a new cluster of PostgreSQL %s', (major, binaries) => {
  it('stores UTF-8 with checksums, flushes to disk, and understands Chinese', async () => {
    const server = await stand.start({ binaries })
    const [row] = await ask(
      server.url('postgres'),
      `select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
        current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
        current_setting('timezone') as zone, (select datctype from pg_database where datname = 'template1') as datctype,
        upper('ä') as upper, '街' ~ '\\w' as letter, length('安治') as length`,
    )
    expect(row).toMatchObject({
      ...{ version: expect.stringMatching(new RegExp(`^${major}\\.`)), encoding: 'UTF8', checksums: 'on' },
      ...{ fsync: 'on', zone: 'UTC', datctype: 'C.UTF-8', upper: 'Ä', letter: true, length: 2 },
    })
    await ask(server.url('postgres'), 'create extension pg_trgm')
    const [trigrams] = await ask(server.url('postgres'), `select show_trgm('东城街道') as found`)
    expect((trigrams!.found as string[]).length).toBe(5)
  })

  it('keeps its rows over a stop and a start', async () => {
    const first = await stand.start({ binaries })
    await ask(first.url('postgres'), 'create table kept as select 7 as n')
    await first.stop()
    const second = await stand.start({ binaries })
    expect(await ask(second.url('postgres'), 'select n from kept')).toEqual([{ n: 7 }])
  })

  it('is closed to others: data folder 0700, strict rules inside', async () => {
    const server = await stand.start({ binaries })
    expect(statSync(stand.dataDir).mode & 0o777).toBe(0o700)
    const { output } = await runCommand('grep', ['-hvE', '^(#|$)', join(server.dataDir, 'pg_hba.conf')])
    expect(output).not.toContain('trust')
    expect(output).toContain('peer')
  })
})

describe('an initdb cut short', () => {
  it.each([
    ['with its app', true],
    ['while initdb itself goes on', false],
  ])('%s leaves nothing in the way', async (_, killAll) => {
    const app = stand.rawApp()
    await until(() => drafts().some((name) => existsSync(join(stand.folder, name, 'base', '1'))))
    const dead = new Promise((resolve) => app.on('exit', resolve))
    app.kill('SIGKILL')
    await dead
    const { uid } = await settleAccount()
    const left = (await listProcesses(uid)).filter(({ command }) => command.includes(`${stand.dataDir}.new-`))
    expect(left.length).toBeGreaterThan(0)
    if (killAll) for (const { pid } of left) process.kill(pid, 'SIGKILL')
    expect(existsSync(stand.dataDir)).toBe(false)
    const server = await stand.start()
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
    expect(drafts()).toEqual([])
    for (const { pid } of left) expect(lookAt(pid)?.state ?? 'gone').toMatch(/gone|Z/)
  })

  it('touches no folder of a similar name', async () => {
    mkdirSync(join(stand.folder, 'data.new-report'))
    mkdirSync(join(stand.folder, 'data.new-0123456789'))
    await stand.start()
    expect(drafts().sort()).toEqual(['data.new-0123456789', 'data.new-report'])
  })
})

describe('the data folder', () => {
  it('may be there and empty', async () => {
    mkdirSync(stand.dataDir)
    const server = await stand.start()
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('with other files in it is left as it is', async () => {
    mkdirSync(stand.dataDir)
    writeFileSync(join(stand.dataDir, '台账.xlsx'), 'rows')
    await expect(stand.start()).rejects.toMatchObject({ code: 'not-a-cluster' })
    expect(readdirSync(stand.dataDir)).toEqual(['台账.xlsx'])
    expect(drafts()).toEqual([])
  })

  it('of another major version is left as it is', async () => {
    await (await stand.start({ binaries: native15 })).stop()
    await expect(stand.start()).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringContaining('PostgreSQL 15'),
    })
    const server = await stand.start({ binaries: native15 })
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it.runIf(isRoot)('that root restored from a backup is handed to the user of the server', async () => {
    await (await stand.start()).stop()
    await runCommand('chown', ['-R', 'root:root', stand.dataDir])
    const server = await stand.start()
    expect(statSync(join(stand.dataDir, 'base')).uid).toBe((await settleAccount()).uid)
    expect(await ask(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it.runIf(isRoot && isOpen)('of another user is a question for a person', async () => {
    const app = await stand.app({}, { uid: nobody })
    await app.stop()
    rmSync(join(stand.folder, 'data.run'), { recursive: true })
    await expect(stand.start()).rejects.toMatchObject({
      code: 'foreign-owner',
      message: expect.stringContaining('chown -R'),
    })
    expect(statSync(stand.dataDir).uid).toBe(nobody)
  })

  const mounting = ['--mount', 'sh', '-c', 'mkdir "$0" && mount --bind "$0" "$0" && exec "$@"']
  it.runIf(isRoot && canRun('unshare', '--mount', 'true'))(
    'as a mount point is refused with advice',
    async () => {
      const app = await stand.app({}, { through: ['unshare', ...mounting, stand.dataDir] })
      expect(app.problem).toMatchObject({
        code: 'folder-is-mount',
        sentence: expect.stringContaining(join(stand.dataDir, 'data')),
      })
      expect(drafts()).toEqual([])
    },
  )
})

describe.runIf(isRoot)('the folders above it', () => {
  it('are made 0755, whatever the umask', async () => {
    const dataDir = join(stand.folder, '办公室', '数据', 'data')
    const app = await stand.app({ dataDir }, { through: ['sh', '-c', 'umask 077; exec "$0" "$@"'] })
    expect(app.problem).toBeUndefined()
    for (const folder of ['办公室', '办公室/数据']) {
      expect(statSync(join(stand.folder, folder))).toMatchObject({ uid: 0, mode: 0o040755 })
    }
    await app.stop()
  })

  it('are named when one is closed to the user of the server', async () => {
    const home = join(stand.folder, 'home')
    mkdirSync(join(home, 'office'), { recursive: true })
    chmodSync(home, 0o700)
    await expect(stand.start({ dataDir: join(home, 'office', 'data') })).rejects.toMatchObject({
      code: 'folder-closed',
      message: expect.stringContaining(`may not enter ${home}.`),
    })
  })

  it.runIf(isOpen)('that may not be written are named', async () => {
    mkdirSync(join(stand.folder, 'roots'))
    const dataDir = join(stand.folder, 'roots', 'data')
    const app = await stand.app({ dataDir }, { uid: nobody })
    expect(app.problem).toMatchObject({ code: 'folder-refused', sentence: expect.stringContaining(dataDir) })
  })
})

const drafts = () => readdirSync(stand.folder).filter((name) => name.startsWith('data.new-'))
