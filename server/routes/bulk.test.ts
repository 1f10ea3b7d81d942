import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disagreements } from '../testing/agree.ts'
import { type Body, type Office, openOffice } from '../testing/office.ts'
import { done, faultValues, refusals, toTheTeam } from '../testing/work.ts'

let [one, many]: Office[] = []

beforeAll(async () => {
  ;[one, many] = await Promise.all([openOffice(), openOffice()])
})
afterAll(async () => {
  for (const office of [one!, many!]) {
    expect(await disagreements(office.house)).toEqual([])
    await office.close()
  }
})

interface Request {
  register: string
  act: string
  id: string
  version: number
  values?: Record<string, unknown>
  reason?: string
  day?: string
}

/** 何田 finds three faults, gives two of them away, corrects one and withdraws another. */
async function morning(office: Office, ids: string[]): Promise<Request[]> {
  const [a, b, c] = ids as [string, string, string]
  const entered = await Promise.all(
    ids.map(async (id, n) => ({
      register: 'fault',
      act: 'create',
      id,
      version: 0,
      values: await faultValues(office, { what: `毛病${n}` }),
    })),
  )
  const values = await toTheTeam(office)
  return [
    ...entered,
    { register: 'fault', act: 'notify', id: a, version: 1, values, day: '2022-10-21' },
    { register: 'fault', act: 'notify', id: b, version: 1, values, day: '2022-10-22' },
    { register: 'fault', act: 'correct', id: a, version: 2, values: { cost: '3' }, reason: '补' },
    { register: 'fault', act: 'withdraw', id: c, version: 1, reason: '重复' },
  ]
}

const plain = ({ id, version, state, title, values }: Body) => ({ id, version, state, title, values })

test('many acts at once are the same acts one after the other', async () => {
  const ids = [uuidv7(), uuidv7(), uuidv7()]
  const singly = []
  const he = await one!.as('he')
  for (const request of await morning(one!, ids)) singly.push(done(await he.post('/api/acts', request)))
  const requests = await morning(many!, ids)
  const together = done(await (await many!.as('he')).post('/api/acts/bulk', { requests }))
  expect((together.records as unknown as Body[]).map(plain)).toEqual(singly.map(plain))
  expect(await many!.census()).toEqual(await one!.census())
  for (const id of ids) {
    const stories = await Promise.all(
      [one!, many!].map(async (office) => {
        const path = `/api/registers/fault/records/${id}/history`
        const { events } = done(await (await office.as('lin')).get(path))
        return events.map(({ at: _, by, ...event }) => ({ ...event, by: by.name }))
      }),
    )
    expect(stories[0]).toEqual(stories[1])
  }
})

test('one that cannot be done stops all, and every problem is told with its place', async () => {
  const he = await many!.as('he')
  const [good, bad, after] = [uuidv7(), uuidv7(), uuidv7()]
  const before = await many!.census()
  const values = await faultValues(many!)
  const team = await toTheTeam(many!)
  const create = { register: 'fault', act: 'create', version: 0 }
  const requests = [
    { ...create, id: good, values },
    { ...create, id: bad, values: { ...values, grade: 'grave' } },
    // It builds on what cannot be, and is not judged.
    { register: 'fault', act: 'notify', id: bad, version: 1, values: team },
    { ...create, id: after, values: { ...values, foundOn: '2022-11-30' } },
    { register: 'fault', act: 'notify', id: good, version: 1, values: { ...team, due: null } },
  ]
  const answer = await he.post('/api/acts/bulk', { requests })
  expect([answer.status, refusals(answer)]).toEqual([
    422,
    ['inFuture requests.3.foundOn', 'notOption requests.1.grade', 'required requests.4.due'],
  ])
  expect(await many!.census()).toEqual(before)
  const tooMany = await he.post('/api/acts/bulk', { requests: Array(201).fill(requests[0]) })
  expect(tooMany.status).toBe(400)
  expect((await he.post('/api/acts/bulk', { requests: [] })).status).toBe(400)
})

test('the same bulk sent twice is done once', async () => {
  const he = await many!.as('he')
  const requests = await morning(many!, [uuidv7(), uuidv7(), uuidv7()])
  const headers = { 'idempotency-key': 'morning-of-he-tian' }
  const first = done(await he.post('/api/acts/bulk', { requests }, headers))
  const before = await many!.census()
  expect(done(await he.post('/api/acts/bulk', { requests }, headers))).toEqual(first)
  expect(await many!.census()).toEqual(before)
})
