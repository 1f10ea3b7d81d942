import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { disagreements } from '../testing/agree.ts'
import { type Answer, type Body, type Office, openOffice } from '../testing/office.ts'
import { faultValues, foundFault, refusals } from '../testing/work.ts'

let office: Office
let before: Record<string, number>
let found: Body

beforeAll(async () => {
  office = await openOffice()
  found = await foundFault(office)
  before = await office.census()
})
afterAll(async () => {
  expect(await office.census()).toEqual(before)
  expect(await disagreements(office.house)).toEqual([])
  await office.close()
})

const told = (answer: Answer) => [answer.status, refusals(answer)]

/** What 何田's new fault is refused for. */
async function entering(given: Record<string, unknown>, wish: { day?: string; reason?: string } = {}) {
  const he = await office.as('he')
  return he.act('fault', 'create', { values: await faultValues(office, given), ...wish })
}

describe('a new fault is refused', () => {
  test.each<[string, Record<string, unknown>, string[]]>([
    [
      'without what is required',
      { what: null, plot: undefined, grade: null },
      ['required grade', 'required plot', 'required what'],
    ],
    ['with a text of blanks', { what: ' \u3000\u200b' }, ['required what']],
    ['with a text that is none', { what: 7 }, ['notText what']],
    ['with a zero byte', { what: 'a\u0000b' }, ['notText what']],
    ['with half a character', { remedy: '\ud83d' }, ['notText remedy']],
    ['with a text that is too long', { what: '漏'.repeat(501) }, ['tooLong what']],
    ['with an option that there is not', { grade: 'grave' }, ['notOption grade']],
    ['with money as a number', { cost: 12.5 }, ['notMoney cost']],
    ['with three decimals of money', { cost: '1.005' }, ['notMoney cost']],
    ['with money below nothing', { cost: '-1' }, ['outOfRange cost']],
    ['with a day that does not exist', { foundOn: '2022-02-29' }, ['notDate foundOn']],
    ['with an organ that is a text', { foundBy: '东园' }, ['notLink foundBy']],
    ['with a plot that is nothing', { plot: {} }, ['notLink plot']],
    ['with a plot that is not there', { plot: { id: uuidv7() } }, ['notFound plot']],
    ['with a plot whose id is none', { plot: { id: "x' or true" } }, ['notLink plot']],
    ['with a person that is not there', { person: { id: uuidv7() } }, ['notFound person']],
    ['with photos that are no list', { before: '00000000-0000-7000-8000-000000000000' }, ['notFiles before']],
    ['with a photo that is not there', { before: [uuidv7()] }, ['notFound before']],
    [
      'with ten photos',
      { before: Array.from({ length: 10 }, () => uuidv7()) },
      ['tooMany before', ...Array(10).fill('notFound before')].sort(),
    ],
    ['with a number of its own', { number: 'YD-2022-999' }, ['notAsked number']],
    [
      'with what only a later act gives',
      { mendedOn: '2022-10-30', due: { kind: 'atOnce' } },
      ['notAsked due', 'notAsked mendedOn'],
    ],
    [
      'with the columns of the house',
      { id: uuidv7(), version: 7, state: 'struckOff', district: '1' },
      ['unknownField district', 'unknownField id', 'unknownField state', 'unknownField version'],
    ],
    [
      'with fields from nowhere',
      { colour: 'red', toString: 'x', what_: 'x' },
      ['unknownField colour', 'unknownField toString', 'unknownField what_'],
    ],
    ['on a day to come', { foundOn: '2022-11-01' }, ['inFuture foundOn']],
    ['too long after without a reason', { foundOn: '2022-09-30' }, ['reasonNeeded reason']],
    ['for an organ that is not his', { foundBy: 'west' }, ['notAllowed foundBy']],
  ])('%s', async (_how, given, problems) => {
    const west = { id: await office.idOf('organ', '西园') }
    const answer = await entering(given.foundBy === 'west' ? { foundBy: west } : given)
    expect(refusals(answer).filter((told, i, all) => told !== all[i - 1])).toEqual([...new Set(problems)])
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  test('with everything that is wrong told at once', async () => {
    const lost = { id: uuidv7() }
    const wrong = { what: '', grade: 'grave', cost: 'much', plot: lost, number: 'x', colour: 'red' }
    expect(told(await entering(wrong))).toEqual([
      422,
      [
        'notAsked number',
        'notFound plot',
        'notMoney cost',
        'notOption grade',
        'required what',
        'unknownField colour',
      ],
    ])
  })

  test('under an id that is taken, whoever asks', async () => {
    const again = { id: found.id, values: await faultValues(office) }
    const taken = [409, ['alreadyThere id']]
    expect(told(await (await office.as('he')).act('fault', 'create', again))).toEqual(taken)
    const west = { id: await office.idOf('organ', '西园') }
    const plot = { id: await office.idOf('plot', 'X-01') }
    const unseen = { id: found.id, values: { ...again.values, foundBy: west, plot } }
    expect(told(await (await office.as('bai')).act('fault', 'create', unseen))).toEqual(taken)
  })
})

describe('a request is refused', () => {
  const post = async (body: unknown, headers?: Record<string, string>) =>
    (await office.as('he')).post('/api/acts', body, headers)

  test('when it is not what the contract says, with all that is wrong', async () => {
    expect(told(await post({}))).toEqual([
      400,
      ['badRequest act', 'badRequest id', 'badRequest register', 'badRequest version'],
    ])
    const wrong = {
      register: 'fault',
      act: 'create',
      id: 'x',
      version: -1,
      values: [],
      day: 'today',
      reason: 7,
    }
    expect(refusals(await post(wrong))).toEqual(
      ['day', 'id', 'reason', 'values', 'version'].map((field) => `badRequest ${field}`),
    )
    for (const body of [[], 'x', 7, null, { register: {}, act: [], id: 1, version: '1' }]) {
      const answer = await post(JSON.stringify(body), { 'content-type': 'application/json' })
      expect(answer.status, JSON.stringify(body)).toBe(400)
    }
  })

  test.each([
    ['JSON that is broken', '{"register":', 'application/json', 400],
    ['JSON that names a prototype', '{"__proto__":{"roles":["steward"]}}', 'application/json', 400],
    ['nothing', '', 'application/json', 400],
    ['a form', 'register=fault', 'application/x-www-form-urlencoded', 415],
    ['plain text', '{"register":"fault"}', 'text/plain', 400],
    ['bytes', '{"register":"fault"}', 'application/octet-stream', 400],
    ['a type of its own', '{}', 'application/vnd.example+xml', 415],
  ])('when its body is %s', async (_what, payload, type, status) => {
    const answer = await post(payload, { 'content-type': type })
    expect(answer.status).toBe(status)
    expect(answer.body.problems.length).toBeGreaterThan(0)
  })

  test('when its body is larger than an act can be', async () => {
    const values = await faultValues(office, { remedy: '修'.repeat(400_000) })
    const answer = await (await office.as('he')).act('fault', 'create', { values })
    expect([answer.status, answer.body.problems]).toEqual([
      413,
      [{ code: 'tooLarge', field: 'body', values: { max: 1_048_576 } }],
    ])
  })

  test('when it is nested without end', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const body = `{"register":"fault","act":"create","id":"${uuidv7()}","version":0,"values":{"what":${deep}}}`
    const answer = await post(body, { 'content-type': 'application/json', 'idempotency-key': 'a-deep-key' })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
  })

  test('what else it carries is nobody’s business', async () => {
    const values = await faultValues(office, { what: null })
    const body = { register: 'fault', act: 'create', id: uuidv7(), version: 0, values }
    const more = { ...body, district: '990902', actor: { roles: ['server'] }, state: 'verified', number: 'x' }
    expect(told(await post(more))).toEqual([422, ['required what']])
  })
})
