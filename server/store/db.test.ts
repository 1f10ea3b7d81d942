import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Office, openOffice } from '../testing/office.ts'
import { type Db, isBusy, openDatabase, reading, sqlStateOf, writing } from './db.ts'

let office: Office
let before: Record<string, number>

beforeAll(async () => {
  office = await openOffice()
  before = await office.census()
})
afterAll(async () => {
  expect(await office.census()).toEqual(before)
  await office.close()
})

const set = (db: Db, name: string, value: unknown) =>
  sql`update anzhi.setting set value = ${JSON.stringify(value)}::jsonb where name = ${name}`.execute(db)

/** Opens when everybody has come, once; those who come later go through. */
function gate(count: number): () => Promise<void> {
  let open: () => void
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  let come = 0
  return () => {
    come += 1
    if (come >= count) open()
    return opened
  }
}

test('two writes that wait for each other are both done in the end', async () => {
  const { database } = office.house
  await sql`insert into anzhi.setting (name, value) values ('a', '0'), ('b', '0')`.execute(database)
  const together = gate(2)
  const tries = { a: 0, b: 0 }
  const cross = (first: 'a' | 'b', second: 'a' | 'b') =>
    writing(database, async (db) => {
      tries[first] += 1
      await set(db, first, first)
      await together()
      await set(db, second, first)
      return first
    })
  expect(await Promise.all([cross('a', 'b'), cross('b', 'a')])).toEqual(['a', 'b'])
  // One of them was ended by PostgreSQL, and began anew.
  expect(tries.a + tries.b).toBe(3)
  const { rows } = await sql<{
    value: string
  }>`select value from anzhi.setting where name in ('a', 'b')`.execute(database)
  expect(new Set(rows.map(({ value }) => value)).size).toBe(1)
  await sql`update anzhi.setting set value = '0' where name in ('a', 'b')`.execute(database)
  before = await office.census()
})

test('a conflict that does not end is given up, and told as busy', async () => {
  let tries = 0
  const conflict = writing(office.house.database, async (db) => {
    tries += 1
    await set(db, 'a', tries)
    await sql`do $$ begin raise exception using errcode = '40001'; end $$`.execute(db)
  })
  const error = await conflict.catch((found: unknown) => found)
  expect([sqlStateOf(error), isBusy(error), tries]).toEqual(['40001', true, 4])
})

test('every other error is thrown at the first time, and what was written is not', async () => {
  let tries = 0
  const failing = writing(office.house.database, async (db) => {
    tries += 1
    await set(db, 'a', 'lost')
    throw new Error('of our own')
  })
  await expect(failing).rejects.toThrow('of our own')
  expect(tries).toBe(1)
  const { rows } = await sql`select value from anzhi.setting where name = 'a'`.execute(office.house.database)
  expect(rows).toEqual([{ value: 0 }])
})

test('a reading sees one moment, and nobody waits for it', async () => {
  const { database } = office.house
  const value = async (db: Db) =>
    (await sql<{ value: unknown }>`select value from anzhi.setting where name = 'a'`.execute(db)).rows[0]!
      .value
  await reading(database, async (db) => {
    expect(await value(db)).toBe(0)
    await writing(database, (other) => set(other, 'a', 1))
    expect(await value(db)).toBe(0)
    expect(await value(database)).toBe(1)
  })
  await writing(database, (db) => set(db, 'a', 0))
})

test('a connection that is lost between two queries ends its transaction, not the process', async () => {
  const heard: string[] = []
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
    office.house.database,
  )
  const url = inject('cluster').replace(/\/postgres(\?|$)/, `/${rows[0]!.name}$1`)
  const database = openDatabase({ url, max: 2, onError: ({ message }) => heard.push(message) })
  const outside = openDatabase({ url, max: 1 })
  const lost = writing(database, async (db) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    await set(db, 'a', 'lost')
    await sql`select pg_terminate_backend(${rows[0]!.pid})`.execute(outside)
    // The connection says that it has ended while nobody asks it anything.
    await delay(100)
    await set(db, 'b', 'lost')
  })
  const error = await lost.catch((found: unknown) => found)
  expect(isBusy(error), String(error)).toBe(true)
  const after = await sql`select value from anzhi.setting where name in ('a', 'b')`.execute(database)
  expect(after.rows).toEqual([{ value: 0 }, { value: 0 }])
  await Promise.all([database.destroy(), outside.destroy()])
})

test('a day stays a day, and exact numbers stay exact, whatever the machine’s zone', async () => {
  const { rows } =
    await sql`select date '2022-10-31' as day, numeric '0.10' as money, bigint '9007199254740993' as big,
    array['x']::text[] as texts, current_setting('TimeZone') as zone,
    timestamptz '2022-10-31 00:00+08' as at`.execute(office.house.database)
  expect(rows[0]).toMatchObject({
    day: '2022-10-31',
    money: '0.10',
    big: '9007199254740993',
    texts: ['x'],
    zone: 'Asia/Shanghai',
    at: new Date('2022-10-30T16:00:00Z'),
  })
})

test('the server is of the version that the run was asked for', async () => {
  const { rows } = await sql<{ major: number }>`
    select current_setting('server_version_num')::integer / 10000 as major`.execute(office.house.database)
  expect(rows[0]!.major).toBe(Number(process.env.ANZHI_TEST_POSTGRES ?? 18))
})
