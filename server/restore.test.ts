import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { copyFile, mkdtemp, open, readdir, readFile, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readConfig } from './config.ts'
import { buildApp } from './http/app.ts'
import { type OpenHouse, openHouse } from './open-house.ts'
import { restoreInstallation } from './restore.ts'
import type { Purpose } from './store/archive/manifest.ts'
import { openArchive } from './store/archive/open-archive.ts'
import { writeArchive } from './store/archive/write-archive.ts'
import { openDatabase } from './store/db.ts'
import { disagreements } from './testing/agree.ts'
import { censusOf, type Office, openOffice, signInTo } from './testing/office.ts'
import { packs } from './testing/template.ts'
import { done, foundFault, refusals, submittedFault } from './testing/work.ts'

const what = '水管"漏水"，\n第二行；\\N =1+1'
let office: Office
let folder: string

beforeAll(async () => {
  office = await openOffice()
  folder = await mkdtemp(join(tmpdir(), 'anzhi-archive-'))
  await submittedFault(office, { what })
})
afterAll(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true })
})

async function take(purpose: Purpose): Promise<string> {
  const path = join(folder, `${randomUUID()}.zip`)
  const client = await office.house.connect()
  await writeArchive(client, office.house.files, purpose, createWriteStream(path))
  await client.end()
  return path
}

/** A machine on which nothing is yet. */
async function emptyPlace() {
  const name = `restored_${randomUUID().replaceAll('-', '')}`
  const cluster = openDatabase({ url: inject('cluster'), max: 1 })
  await sql`create database ${sql.id(name)}`.execute(cluster)
  await cluster.destroy()
  const databaseUrl = inject('cluster').replace(/\/postgres(\?|$)/, `/${name}$1`)
  return { ...readConfig({}), dataDir: join(folder, name), databaseUrl }
}

async function inRestored(path: string, work: (house: OpenHouse) => Promise<void>): Promise<void> {
  const place = await emptyPlace()
  await restoreInstallation(place, path)
  const house = await openHouse(place, packs, () => {})
  try {
    await work(house)
  } finally {
    await house.close()
  }
}

async function contentsOf({ files }: OpenHouse): Promise<Map<string, Buffer>> {
  const names = (await readdir(files.folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
  return new Map(
    await Promise.all(
      names.map(async ({ name, parentPath }) => [name, await readFile(join(parentPath, name))] as const),
    ),
  )
}

describe('a backup', () => {
  test('is the same office again: rows, histories, files, passwords and figures', async () => {
    const asked = '/api/figures?from=2022-01-01&to=2022-10-31&asOf=2022-10-31'
    const figures = done(await (await office.as('lin')).get(asked))
    await inRestored(await take('backup'), async (house) => {
      const { 'anzhi.request': _then, ...before } = await office.census()
      expect(await censusOf(house)).toMatchObject(before)
      expect(await disagreements(house)).toEqual([])
      expect(await contentsOf(house)).toEqual(await contentsOf(office.house))
      const app = await buildApp(house, false)
      const lin = await signInTo(app, 'lin')
      expect(done(await lin.get(asked))).toEqual(figures)
      const { records } = done(await lin.get('/api/registers/fault/records'))
      expect(records.map(({ values }) => values.what)).toEqual([what])
      await app.close()
    })
  })

  test('goes on where the office was: the next act is the next in its history', async () => {
    await inRestored(await take('backup'), async (house) => {
      const restored = { ...office, house, as: (name: string) => signInTo(app, name) }
      const app = await buildApp(house, false)
      const { values } = await foundFault(restored)
      expect(values.number).toBe('YD-2022-2')
      expect(await disagreements(house)).toEqual([])
      await app.close()
    })
  })

  test('is of one moment, whatever people do meanwhile', async () => {
    const stop = new AbortController()
    const busy = Array.from({ length: 4 }, async () => {
      for (let n = 0; !stop.signal.aborted && n < 200; n += 1) await foundFault(office)
    })
    const paths = await Promise.all([take('backup'), take('backup'), take('backup')])
    stop.abort()
    await Promise.all(busy)
    for (const path of paths) {
      await inRestored(path, async (house) => expect(await disagreements(house)).toEqual([]))
    }
  })

  test('that was bent or cut is refused, and nothing is left behind', async () => {
    const path = await take('backup')
    const archive = await openArchive(path)
    const { size } = await (await open(path)).stat()
    archive.close()
    const bent = join(folder, 'bent.zip')
    await copyFile(path, bent)
    const handle = await open(bent, 'r+')
    await handle.write(Buffer.from([0x55, 0xaa, 0x55]), 0, 3, Math.floor(size / 2))
    await handle.close()
    const cut = join(folder, 'cut.zip')
    await copyFile(path, cut)
    await truncate(cut, size - 100)
    for (const broken of [bent, cut, join(folder, 'none.zip')]) {
      const place = await emptyPlace()
      await expect(restoreInstallation(place, broken)).rejects.toThrow()
      expect(await readdir(place.dataDir).catch(() => [])).toEqual([])
      // So the place is still empty, and a whole one goes in.
      await restoreInstallation(place, path)
    }
  })

  test('goes nowhere where something is already', async () => {
    const path = await take('backup')
    const place = await emptyPlace()
    await restoreInstallation(place, path)
    const kept = await readdir(place.dataDir)
    await expect(restoreInstallation(place, path)).rejects.toThrow('is not empty')
    expect(await readdir(place.dataDir)).toEqual(kept)
    const other = { ...place, dataDir: join(folder, 'other') }
    await expect(restoreInstallation(other, path)).rejects.toThrow('holds an installation already')
  })

  test('is for whoever may read the folder: over the web there is none', async () => {
    const answer = await (await office.as('lin')).get('/api/backup')
    expect([answer.status, refusals(answer)]).toEqual([404, ['notFound']])
  })
})

describe('an export', () => {
  test('holds what a backup holds, without password, session or answer', async () => {
    const exported = await openArchive(await take('export'))
    const whole = await openArchive(await take('backup'))
    const names = ({ manifest }: typeof exported) =>
      manifest.tables.map(({ schema, name }) => `${schema}.${name}`)
    expect(names(exported)).toEqual(names(whole))
    expect(names(whole)).toEqual(expect.not.arrayContaining(['anzhi.session', 'anzhi.request']))
    const accounts = exported.manifest.tables.find(({ name }) => name === 'account')!
    expect(accounts.columns).not.toContain('password_hash')
    expect(await text(await exported.open('tables/anzhi.account.csv'))).not.toContain('argon2')
    expect(await text(await whole.open('tables/anzhi.account.csv'))).toContain('argon2')
    exported.close()
    whole.close()
  })

  test('says everything as text that a spreadsheet reads', async () => {
    const exported = await openArchive(await take('export'))
    const csv = await text(await exported.open('tables/ledger.fault.csv'))
    expect(csv.split('\n')[0]).toMatch(/^district,id,version,state,number,what,/)
    expect(csv).toContain('"水管""漏水""，\n第二行；\\N =1+1"')
    exported.close()
  })

  test('is not restored: nobody could sign in', async () => {
    await expect(restoreInstallation(await emptyPlace(), await take('export'))).rejects.toThrow(
      'this is an export',
    )
  })
})
