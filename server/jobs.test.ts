import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startJobs } from './jobs.ts'
import { openDatabase, reading } from './store/db.ts'
import { verifyTrail } from './store/trail/verify.ts'
import { type Office, openOffice } from './testing/office.ts'
import { foundFault } from './testing/work.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

test('what happens is sealed by itself, until it is stopped', async () => {
  const { database } = office.house
  await foundFault(office)
  const told: unknown[] = []
  const stop = startJobs(database, (error) => told.push(error), 20)
  await expect.poll(async () => (await reading(database, verifyTrail)).unsealed, { timeout: 20_000 }).toBe(0)
  await stop()
  expect(told).toEqual([])
  const { seals } = await reading(database, verifyTrail)
  await foundFault(office)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await reading(database, verifyTrail)).toMatchObject({
    bent: null,
    seals,
    unsealed: expect.any(Number),
  })
})

test('a round that fails is told, and tried again', async () => {
  const { database } = office.house
  const owner = openDatabase({ url: office.url, max: 1 })
  await sql`alter table anzhi.seal rename to hidden`.execute(owner)
  await foundFault(office)
  const told: unknown[] = []
  const stop = startJobs(database, (error) => told.push(error), 20)
  await expect.poll(() => told.length, { timeout: 20_000 }).toBeGreaterThan(1)
  await sql`alter table anzhi.hidden rename to seal`.execute(owner)
  await owner.destroy()
  await expect.poll(async () => (await reading(database, verifyTrail)).unsealed, { timeout: 20_000 }).toBe(0)
  await stop()
  expect(String(told[0])).toContain('anzhi.seal')
})
