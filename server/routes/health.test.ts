import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Database, openDatabase } from '../store/db.ts'
import { disagreements } from '../testing/agree.ts'
import { type Office, openOffice } from '../testing/office.ts'
import { faultValues, foundFault } from '../testing/work.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  expect(await disagreements(office.house)).toEqual([])
  await office.close()
})

/** Works on the server of the databases from outside of this file's own, as its owner. */
async function fromOutside<T>(work: (outside: Database, name: string) => Promise<T>): Promise<T> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
    office.house.database,
  )
  const outside = openDatabase({ url: inject('cluster'), max: 1 })
  return work(outside, rows[0]!.name).finally(() => outside.destroy())
}

/** Shuts this file's database, as if its server had gone, and opens it again. */
function withoutDatabase(work: () => Promise<void>): Promise<void> {
  return fromOutside(async (outside, name) => {
    const allow = (may: boolean) =>
      sql`alter database ${sql.id(name)} allow_connections ${sql.lit(may)}`.execute(outside)
    await allow(false)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(outside)
    await work().finally(() => allow(true))
  })
}

/** Ends the connections that wait for a lock, when there are so many of them. */
function endWaiting(count: number): Promise<void> {
  return fromOutside(async (outside, name) => {
    const waiting = sql<{ pid: number }>`select pid from pg_stat_activity
      where datname = ${name} and wait_event_type = 'Lock'`
    for (let round = 0; round < 500; round += 1) {
      const { rows } = await waiting.execute(outside)
      if (rows.length < count) await delay(10)
      else {
        for (const { pid } of rows) await sql`select pg_terminate_backend(${pid})`.execute(outside)
        return
      }
    }
    throw new Error('nobody waits')
  })
}

test('anybody may ask whether the house is alive and ready, and learns nothing else', async () => {
  const { status, body } = await office.stranger.get('/api/health')
  expect([status, body]).toEqual([200, { alive: true }])
  const ready = await office.stranger.get('/api/ready')
  expect([ready.status, ready.body]).toEqual([200, { ready: true }])
})

test('without its database the house is alive but not ready, says so to everybody, and comes back by itself', async () => {
  const he = await office.as('he')
  await foundFault(office)
  const before = await office.census()
  const busy = { problems: [{ code: 'busy' }] }
  const values = await faultValues(office)
  await withoutDatabase(async () => {
    // The first to come after the end meets the lost connections, the others the closed door.
    for (let n = 0; n < 12; n += 1) {
      const answers = await Promise.all([
        he.get('/api/registers/fault/records'),
        he.act('fault', 'create', { values, key: 'while-it-is-gone' }),
        office.stranger.post('/api/session', { userName: 'he', password: 'garden-gate-2022' }),
      ])
      for (const answer of answers) expect([answer.status, answer.body]).toEqual([503, busy])
    }
    expect((await office.stranger.get('/api/health')).status).toBe(200)
    const ready = await office.stranger.get('/api/ready')
    expect([ready.status, ready.body]).toEqual([503, { ready: false }])
  })
  expect((await office.stranger.get('/api/ready')).status).toBe(200)
  expect(await office.census()).toEqual(before)
  const now = await he.act('fault', 'create', { values, key: 'while-it-is-gone' })
  expect(now.body.values.number).toBe('YD-2022-2')
})

test('a connection that is lost in the midst of an act leaves nothing behind, and the house standing', async () => {
  const he = await office.as('he')
  const before = await office.census()
  const values = await faultValues(office)
  // The counter is held by somebody else, so that the acts stand in the midst of their transactions.
  const acts = await office.house.database.transaction().execute(async (db) => {
    await sql`select * from anzhi.counter for update`.execute(db)
    const acts = Array.from({ length: 3 }, () => he.act('fault', 'create', { values }))
    await endWaiting(3)
    return Promise.all(acts)
  })
  const busy = [503, [{ code: 'busy' }]]
  expect(acts.map(({ status, body }) => [status, body.problems])).toEqual([busy, busy, busy])
  expect(await office.census()).toEqual(before)
  expect((await he.act('fault', 'create', { values })).body.values.number).toBe('YD-2022-3')
})
