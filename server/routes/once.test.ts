import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { disagreements } from '../testing/agree.ts'
import { type Office, openOffice } from '../testing/office.ts'
import { faultValues, foundFault, inTheWest, refusals } from '../testing/work.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  expect(await disagreements(office.house)).toEqual([])
  await office.close()
})

const faults = async () => (await office.census())['ledger.fault']!

test('a request that comes twice is done once, and answered alike', async () => {
  const he = await office.as('he')
  const wish = { id: uuidv7(), values: await faultValues(office), key: 'once-and-again' }
  const first = await he.act('fault', 'create', wish)
  const before = await office.census()
  const second = await he.act('fault', 'create', wish)
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.body).toEqual(first.body)
  expect(await office.census()).toEqual(before)
})

test('an answer is given again as it was, though the record has gone on', async () => {
  const he = await office.as('he')
  const { id } = await foundFault(office)
  const wish = { id, version: 1, values: { cost: '5' }, key: 'corrected-once' }
  const first = await he.act('fault', 'correct', wish)
  expect((await he.act('fault', 'correct', { id, version: 2, values: { cost: '6' } })).status).toBe(200)
  expect((await he.act('fault', 'correct', wish)).body).toEqual(first.body)
  const read = await he.get(`/api/registers/fault/records/${id}`)
  expect(read.body).toMatchObject({ version: 3, values: { cost: '6.00' } })
})

test('twenty times at once it is still done once, and everybody is told the same', async () => {
  const he = await office.as('he')
  const before = await faults()
  const wish = { id: uuidv7(), values: await faultValues(office), key: 'all-at-once' }
  const answers = await Promise.all(Array.from({ length: 20 }, () => he.act('fault', 'create', wish)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(answers.map(({ bytes }) => JSON.parse(bytes.toString()).values.number)).size).toBe(1)
  expect(await faults()).toBe(before + 1)
})

test('a request that failed may be tried again under its key', async () => {
  const he = await office.as('he')
  const wish = { id: uuidv7(), key: 'failed-at-first' }
  const wrong = await he.act('fault', 'create', {
    ...wish,
    values: await faultValues(office, { what: null }),
  })
  expect([wrong.status, refusals(wrong)]).toEqual([422, ['required what']])
  const right = await he.act('fault', 'create', { ...wish, values: await faultValues(office) })
  expect(right.status).toBe(200)
})

test('a key with another request is refused, and the first one stands', async () => {
  const he = await office.as('he')
  const wish = { id: uuidv7(), values: await faultValues(office), key: 'two-requests' }
  const first = await he.act('fault', 'create', wish)
  const before = await office.census()
  for (const other of [
    { ...wish, id: uuidv7() },
    { ...wish, values: { ...wish.values, what: '别的' } },
    { ...wish, reason: '别的' },
  ]) {
    const answer = await he.act('fault', 'create', other)
    expect([answer.status, refusals(answer)]).toEqual([409, ['keyReused Idempotency-Key']])
  }
  expect((await he.act('fault', 'create', wish)).body).toEqual(first.body)
  expect(await office.census()).toEqual(before)
})

test('keys are everybody’s own: the same one in other hands is another request', async () => {
  const [he, bai] = [await office.as('he'), await office.as('bai')]
  const east = await faultValues(office)
  const { organ: _, ...west } = await inTheWest(office)
  const mine = await he.act('fault', 'create', { values: east, key: 'same-in-both' })
  const yours = await bai.act('fault', 'create', { values: { ...east, ...west }, key: 'same-in-both' })
  expect([mine.status, yours.status]).toEqual([200, 200])
  expect(yours.body.id).not.toBe(mine.body.id)
})

test.each(['short', 'x'.repeat(81), 'with blanks in it', 'quote"quote', '汉字汉字汉字汉字'])(
  'a key like “%s” is refused',
  async (key) => {
    const before = await office.census()
    const headers = { 'idempotency-key': Buffer.from(key).toString('latin1') }
    const body = {
      register: 'fault',
      act: 'create',
      id: uuidv7(),
      version: 0,
      values: await faultValues(office),
    }
    const answer = await (await office.as('he')).post('/api/acts', body, headers)
    expect([answer.status, refusals(answer)]).toEqual([400, ['badRequest Idempotency-Key']])
    expect(await office.census()).toEqual(before)
  },
)

test('an answer is kept beside the act, for its own account only', async () => {
  const { rows } = await sql<{ answered: boolean; n: number }>`
    select answer is not null as answered, count(*)::integer as n from anzhi.request group by 1`.execute(
    office.house.database,
  )
  expect(rows.map(({ answered }) => answered)).toEqual([true])
})

test('an answer is kept for thirty days, and forgotten when somebody signs in', async () => {
  const he = await office.as('he')
  for (const key of ['kept-for-now', 'kept-too-long'])
    await he.act('fault', 'create', { id: uuidv7(), values: await faultValues(office), key })
  const { database } = office.house
  await sql`update anzhi.request set at = now() - interval '31 days' where key = 'kept-too-long'`.execute(
    database,
  )
  await office.signIn('he')
  const { rows } = await sql<{ key: string }>`
    select key from anzhi.request where key like 'kept-%' order by key`.execute(database)
  expect(rows).toEqual([{ key: 'kept-for-now' }])
})
