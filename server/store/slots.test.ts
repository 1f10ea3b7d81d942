import { addDays } from '@anzhi/engine/calendar'
import { findInMemory } from '@anzhi/engine/document'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstDay, stock } from '../../engine/record/testing/allotment.ts'
import { recordsOf } from '../../engine/record/testing/arbitraries.ts'
import type { Context } from '../context.ts'
import { type Office, openOffice } from '../testing/office.ts'
import { shelve } from '../testing/shelve.ts'
import { listFootings } from './figures.ts'

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

const district = 'slots'
const actor: Context['actor'] = {
  ...{
    account: '',
    person: '',
    name: '',
    userName: '',
    district,
    organPath: [],
    organs: [],
    roles: ['steward'],
  },
}
const days = fc.integer({ min: 0, max: 45 }).map((n) => addDays(firstDay, n))
const asked = fc.tuple(days, days, days).map(([a, b, asOf]) => {
  const [from, to] = a < b ? [a, b] : [b, a]
  return { period: { from, to }, asOf }
})

test('a slot names in SQL the records that it names in memory, in the same order', async () => {
  const { pack, packVersion, past, database } = office.house
  const rest = { pack, packVersion, past, today: '2022-10-31', at: new Date(), language: 'zh' } as const
  const many = (id: string) =>
    fc.uniqueArray(recordsOf(pack, pack.registers[id]!, stock), {
      ...{
        minLength: 30,
        maxLength: 40,
        size: 'max' as const,
        selector: (record: { id: string }) => record.id,
      },
    })
  const given = fc.record({
    fault: many('fault'),
    visit: many('visit'),
    questions: fc.array(asked, { minLength: 12, maxLength: 12 }),
  })
  const totals: number[] = []
  const held = fc.asyncProperty(given, async ({ questions, ...records }) => {
    const stop = new Error('given up')
    const done = database.transaction().execute(async (db) => {
      for (const [id, list] of Object.entries(records)) await shelve(db, district, pack.registers[id]!, list)
      for (const one of questions) {
        for (const slot of Object.values(pack.reports.season!.slots)) {
          const page = { limit: slot.most, after: null, order: slot.order }
          const found = await listFootings({ db, ...rest, actor }, slot.of, one, page)
          const own = records[slot.of.register as keyof typeof records]
          const expected = findInMemory(pack, slot, own, one)
          expect([found.total, found.records.map(({ id }) => id)]).toEqual([
            expected.total,
            expected.records.map(({ id }) => id),
          ])
          totals.push(found.total)
        }
      }
      throw stop
    })
    await done.catch((error: unknown) => {
      if (error !== stop) throw error
    })
  })
  await fc.assert(held, { interruptAfterTimeLimit: 20_000, numRuns: 3 })
  // None and several have been met.
  expect([totals.includes(0), totals.some((total) => total > 1)]).toEqual([true, true])
})
