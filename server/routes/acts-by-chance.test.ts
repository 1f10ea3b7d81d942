import fc from 'fast-check'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disagreements } from '../testing/agree.ts'
import { type Answer, type Office, openOffice } from '../testing/office.ts'
import { done } from '../testing/work.ts'

let office: Office
const plots: string[] = []
const letters: string[] = []
const leases: string[] = []

beforeAll(async () => {
  office = await openOffice()
  const lin = await office.as('lin')
  const garden = { id: await office.idOf('organ', '西园') }
  for (const code of ['X-71', 'X-72', 'X-73', 'X-74'])
    plots.push(done(await lin.act('plot', 'create', { values: { code, kind: 'herb', garden } })).id)
})
afterAll(async () => {
  expect(await disagreements(office.house)).toEqual([])
  await office.close()
})

/** Something that somebody tries: on the nth record there is, whether it can be done or not. */
interface Try {
  who: string
  register: 'plot' | 'letter' | 'lease' | 'visit'
  act: string
  /** Which record, and which other one it names. */
  n: number
  other: number
  day: string
}

const acts: [Try['register'], string][] = [
  ...(['create', 'send', 'sendCheck', 'sendSign', 'sendRefuse', 'answer', 'correct', 'withdraw'] as const),
  ...(['remark', 'undo'] as const),
].map((act): [Try['register'], string] => ['letter', act])
acts.push(['lease', 'create'], ['lease', 'end'], ['lease', 'withdraw'], ['lease', 'undo'])
acts.push(
  ['plot', 'merge'],
  ['plot', 'withdraw'],
  ['plot', 'remark'],
  ['visit', 'create'],
  ['visit', 'create'],
)

const tries: fc.Arbitrary<Try> = fc
  .tuple(
    fc.constantFrom(...acts),
    fc.constantFrom('lin', 'bai', 'tao', 'zhou'),
    fc.nat(20),
    fc.nat(20),
    fc.constantFrom('2022-10-28', '2022-10-30', '2022-10-31'),
  )
  .map(([[register, act], who, n, other, day]) => ({ who, register, act, n, other, day }))

async function attempt({ who, register, act, n, other, day }: Try): Promise<Answer> {
  const known = { plot: plots, letter: letters, lease: leases, visit: [] as string[] }[register]
  const makes = act === 'create'
  const id = makes ? uuidv7() : (known[n % Math.max(1, known.length)] ?? uuidv7())
  const lin = await office.as('lin')
  const now = makes ? undefined : (await lin.get(`/api/registers/${register}/records/${id}`)).body.version
  const values = makes || act === 'merge' ? await valuesOf(register, act, other, day) : {}
  const answer = await (await office.as(who)).act(register, act, {
    id,
    version: now ?? 0,
    values,
    day,
    reason: '试',
  })
  if (makes && answer.status === 200) known.push(id)
  return answer
}

async function valuesOf(register: Try['register'], act: string, other: number, day: string) {
  const plot = { id: plots[other % plots.length]! }
  if (act === 'merge') return { into: plot }
  const west = { id: await office.idOf('organ', '西园') }
  const office_ = { id: await office.idOf('organ', '园务处') }
  if (register === 'letter')
    return {
      subject: '试函',
      sender: west,
      addressee: west,
      plot,
      ...(other % 2 ? { alsoTo: [office_] } : {}),
    }
  if (register === 'lease')
    return { plot, tenant: { id: await office.idOf('person', '陶然') }, startsOn: day }
  const answers = letters.length === 0 ? {} : { answers: { id: letters[other % letters.length]! } }
  return { visitedOn: day, plot, organ: west, kind: 'round', people: 2, ...answers }
}

/** Numbers of letters, in order, by year: 1, 2, 3 without a gap or a double. */
async function numbersInOrder(): Promise<void> {
  const { rows } = await sql<{ n: number }>`
    select substring(number from '〕(\d+)号')::integer as n from ledger.letter where number is not null order by 1`.execute(
    office.house.database,
  )
  expect(rows.map(({ n }) => n)).toEqual(rows.map((_row, i) => i + 1))
}

test('whatever is tried one after the other: what is refused changed nothing', async () => {
  let refused = 0
  let passed = 0
  await fc.assert(
    fc.asyncProperty(fc.array(tries, { minLength: 10, maxLength: 20 }), async (all) => {
      for (const one of all) {
        const before = await office.census()
        const answer = await attempt(one)
        expect([200, 403, 404, 409, 422], JSON.stringify(answer.body)).toContain(answer.status)
        if (answer.status === 200) passed += 1
        else {
          refused += 1
          expect(await office.census(), JSON.stringify(one)).toEqual(before)
        }
      }
      expect(await disagreements(office.house)).toEqual([])
      await numbersInOrder()
    }),
    { numRuns: 8 },
  )
  expect(Math.min(passed, refused)).toBeGreaterThan(10)
})

test('whatever is tried at once: everything is answered, in one story, without a gap', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(tries, { minLength: 6, maxLength: 10 }), async (all) => {
      const answers = await Promise.all(all.map(attempt))
      for (const answer of answers)
        expect([200, 403, 404, 409, 422], JSON.stringify(answer.body)).toContain(answer.status)
      expect(await disagreements(office.house)).toEqual([])
      await numbersInOrder()
    }),
    { numRuns: 12 },
  )
})
