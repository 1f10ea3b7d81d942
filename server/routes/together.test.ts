import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disagreements } from '../testing/agree.ts'
import { type Office, openOffice } from '../testing/office.ts'
import { done, faultValues, foundFault, next, notifiedFault, refusals, toTheTeam } from '../testing/work.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  expect(await disagreements(office.house)).toEqual([])
  await office.close()
})

test('what somebody else changed meanwhile is told field by field, and nothing is overwritten', async () => {
  const [he, lin] = [await office.as('he'), await office.as('lin')]
  const seen = await foundFault(office, { cost: '5' })
  const first = await next(lin, 'correct', seen, { values: { cost: '6', what: '水管裂了' } })
  const second = await next(lin, 'correct', first, { values: { cost: null } })
  await next(he, 'notify', second, { values: await toTheTeam(office) })
  const before = await office.census()
  const late = await he.act('fault', 'correct', { id: seen.id, version: 1, values: { cost: '7' } })
  expect(late.status).toBe(409)
  expect(late.body.problems[0]).toEqual({ code: 'stale', values: { version: 4 } })
  const told = Object.fromEntries(late.body.problems.slice(1).map(({ field, values }) => [field, values]))
  expect(late.body.problems).toHaveLength(Object.keys(told).length + 1)
  expect(told).toMatchObject({
    cost: { was: '5.00', is: null, by: '林晚', act: 'correct', at: expect.stringMatching(/Z$/) },
    what: { was: '水管漏水', is: '水管裂了', by: '林晚' },
    state: { was: 'found', is: 'notified', by: '何田', act: 'notify' },
    owner: { was: null, by: '何田' },
  })
  expect(await office.census()).toEqual(before)
})

test('a version of the future or of the beginning is as stale', async () => {
  const he = await office.as('he')
  const { id } = await foundFault(office)
  for (const version of [0, 2, 99]) {
    const answer = await he.act('fault', 'correct', { id, version, values: { cost: '7' } })
    expect(answer.status, String(version)).toBe(409)
    expect(answer.body.problems[0]).toEqual({ code: 'stale', values: { version: 1 } })
  }
})

test('twenty people correct one record at once: exactly one wins for each version', async () => {
  const [he, lin] = [await office.as('he'), await office.as('lin')]
  const fault = await foundFault(office)
  const before = await office.census()
  let version = fault.version
  for (let round = 0; round < 3; round += 1) {
    const tries = Array.from({ length: 20 }, (_, n) =>
      (n % 2 ? he : lin).act('fault', 'correct', {
        id: fault.id,
        version,
        values: { cost: `${round}.${n + 10}` },
      }),
    )
    const answers = await Promise.all(tries)
    const won = answers.filter(({ status }) => status === 200)
    expect(won).toHaveLength(1)
    expect(won[0]!.body.version).toBe(version + 1)
    for (const lost of answers.filter((answer) => answer !== won[0])) {
      expect([lost.status, refusals(lost)]).toEqual([409, ['stale', 'stale cost']])
      expect(lost.body.problems[1]!.values!.is).toBe(won[0]!.body.values.cost)
    }
    version += 1
  }
  expect(await office.census()).toEqual({ ...before, 'anzhi.event': before['anzhi.event']! + 3 })
})

test('twenty people make the same record at once: it is made once', async () => {
  const he = await office.as('he')
  const { id } = await foundFault(office)
  const mine = id.replace(/.{4}$/, 'beef')
  const values = await faultValues(office)
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => he.act('fault', 'create', { id: mine, values })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)])
  const numbers = await sql<{ n: number }>`
    select split_part(number, '-', 3)::integer as n from ledger.fault order by 1`.execute(
    office.house.database,
  )
  expect(numbers.rows.map(({ n }) => n)).toEqual(numbers.rows.map((_, i) => i + 1))
})

test('two neighbours who name each other at once do not wait for each other', async () => {
  const lin = await office.as('lin')
  const [one, two] = [await office.idOf('plot', 'D-01'), await office.idOf('plot', 'D-02')]
  for (let round = 0; round < 4; round += 1) {
    const versions = await Promise.all(
      [one, two].map(async (id) => done(await lin.get(`/api/registers/plot/records/${id}`)).version),
    )
    const name = `第${round}轮`
    const started = performance.now()
    const answers = await Promise.all([
      lin.act('plot', 'correct', {
        id: one,
        version: versions[0]!,
        values: { neighbour: { id: two, text: name } },
      }),
      lin.act('plot', 'correct', {
        id: two,
        version: versions[1]!,
        values: { neighbour: { id: one, text: name } },
      }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    // PostgreSQL looks for a deadlock after a second: there was none to be found.
    expect(performance.now() - started).toBeLessThan(900)
  }
})

test('many hands at once: every act that was answered is there, in one story', async () => {
  const [he, zhou, lin] = [await office.as('he'), await office.as('zhou'), await office.as('lin')]
  const faults = await Promise.all(Array.from({ length: 6 }, () => notifiedFault(office)))
  const before = await office.census()
  const acts = faults.flatMap((fault) => [
    he.act('fault', 'correct', { ...pick(fault), values: { what: '何田改' }, reason: '改' }),
    lin.act('fault', 'correct', { ...pick(fault), values: { cost: '1' }, reason: '改' }),
    lin.act('fault', 'extend', { ...pick(fault), values: { due: { kind: 'standing' } }, reason: '宽限' }),
    he.act('fault', 'withdraw', { ...pick(fault), reason: '撤' }),
    zhou.act('fault', 'submit', { ...pick(fault), values: {} }),
  ])
  const answers = await Promise.all(acts)
  const done = answers.filter(({ status }) => status === 200)
  expect(done).toHaveLength(faults.length)
  expect(new Set(answers.map(({ status }) => status))).toEqual(
    new Set([200, 409, ...(answers.some(({ status }) => status === 422) ? [422] : [])]),
  )
  expect((await office.census())['anzhi.event']).toBe(before['anzhi.event']! + faults.length)
})

function pick({ id, version }: { id: string; version: number }) {
  return { id, version }
}
