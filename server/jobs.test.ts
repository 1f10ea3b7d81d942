import { afterAll, beforeAll, expect, test } from 'vitest'
import { startJobs } from './jobs.ts'
import { reading } from './store/db.ts'
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
  let failures = 2
  const failing = new Proxy(database, {
    get: (target, name, self) => {
      if (name !== 'getExecutor' || failures === 0) return Reflect.get(target, name, self)
      failures -= 1
      throw new Error('no database just now')
    },
  })
  const told: unknown[] = []
  const stop = startJobs(failing, (error) => told.push((error as Error).message), 20)
  await expect.poll(async () => (await reading(database, verifyTrail)).unsealed, { timeout: 20_000 }).toBe(0)
  await stop()
  expect(told).toEqual(['no database just now', 'no database just now'])
})
