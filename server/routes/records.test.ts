import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Body, Office } from '../testing/office.ts'
import { openOffice } from '../testing/office.ts'
import {
  done,
  foundFault,
  inTheWest,
  madeVisit,
  next,
  notifiedFault,
  refusals,
  toTheTeam,
} from '../testing/work.ts'

let office: Office
let before: Record<string, number>
const faults: Record<string, Body> = {}

// Seven faults of the east garden and one of the west. What the lists must give was counted by hand.
beforeAll(async () => {
  office = await openOffice()
  const given = {
    pipe: { what: '水管漏水', foundOn: '2022-10-03', cost: '120.50' },
    tap: { what: '水龙头滴水 Tap', foundOn: '2022-10-05', cost: '9.00' },
    trellis: { what: '棚架倾斜', foundOn: '2022-10-05', grade: 'serious' },
    gate: { what: '园门 100% 锈蚀', foundOn: '2022-10-09', cost: '1000.00' },
    path: { what: '小路_塌陷', foundOn: '2022-10-12', grade: 'serious', cost: '1000.00' },
  }
  for (const [name, values] of Object.entries(given)) faults[name] = await foundFault(office, values)
  faults.told = await notifiedFault(office, { what: '井盖松动', foundOn: '2022-10-20' })
  faults.gone = await foundFault(office, { what: '水池开裂', foundOn: '2022-10-21' })
  await next(await office.as('he'), 'withdraw', faults.gone!, { reason: '看错了' })
  const { organ: _, ...west } = await inTheWest(office)
  const bai = await office.as('bai')
  const values = { what: '水渠淤塞', grade: 'minor', foundOn: '2022-10-22', ...west }
  faults.ditch = done(await bai.act('fault', 'create', { values }))
  before = await office.census()
})
afterAll(async () => {
  expect(await office.census()).toEqual(before)
  await office.close()
})

/** The names that this file gave to the faults of a list, in its order; how many there are is asserted with it. */
async function list(who: string, query: Record<string, string> = {}): Promise<string[]> {
  const text = new URLSearchParams(query).toString()
  const { records, total } = done(await (await office.as(who)).get(`/api/registers/fault/records?${text}`))
  expect(total).toBe(records.length)
  return records.map(({ id }) => Object.keys(faults).find((name) => faults[name]!.id === id) ?? id)
}

const filtered = (filter: unknown) => list('he', { filter: JSON.stringify(filter), order: 'number' })

describe('a list', () => {
  test('opens in the order of the register, newest first', async () => {
    const all = ['gone', 'told', 'path', 'gate', 'tap', 'trellis', 'pipe']
    expect(await list('he')).toEqual(all)
    expect(await list('lin')).toEqual(['ditch', ...all])
  })

  test('carries titles of what its records name, and what may be made', async () => {
    const he = await office.as('he')
    const { records, titles, may, next: more } = done(await he.get('/api/registers/fault/records?limit=7'))
    expect(records[0]).toMatchObject({ title: 'YD-2022-7 水池开裂', version: 2, state: 'withdrawn' })
    expect(records[0]).not.toHaveProperty('spans')
    expect(titles).toMatchObject({
      organ: { [await office.idOf('organ', '东园')]: '东园' },
      plot: { [await office.idOf('plot', 'D-01')]: 'D-01 井边' },
    })
    expect([may, more]).toEqual([['create'], null])
    expect(done(await (await office.as('zhou')).get('/api/registers/fault/records')).may).toEqual([])
  })

  test.each<[string, unknown, string[]]>([
    ['all', {}, ['pipe', 'tap', 'trellis', 'gate', 'path', 'told', 'gone']],
    ['one value', { grade: 'serious' }, ['trellis', 'path']],
    ['one of several', { state: ['notified', 'withdrawn'] }, ['told', 'gone']],
    ['none of nothing', { state: [] }, []],
    ['unknown', { cost: null }, ['trellis', 'told', 'gone']],
    ['known', { cost: { known: true }, owner: null }, ['pipe', 'tap', 'gate', 'path']],
    ['money as money', { cost: { after: '100' } }, ['pipe', 'gate', 'path']],
    ['equal money however written', { cost: ['1000', '9.0'] }, ['tap', 'gate', 'path']],
    ['days, both ends', { foundOn: { from: '2022-10-05', upTo: '2022-10-09' } }, ['tap', 'trellis', 'gate']],
    ['a deadline by its day', { due: { before: '2022-10-29' } }, ['told']],
    ['a piece of text', { what: { has: '水' } }, ['pipe', 'tap', 'gone']],
    ['text without regard to case', { what: { has: 'TAP' } }, ['tap']],
    ['no pattern: per cent', { what: { has: '0%' } }, ['gate']],
    ['no pattern: underscore', { what: { has: '_' } }, ['path']],
    ['not, for the unknown too', { not: { cost: { after: '100.00' } } }, ['tap', 'trellis', 'told', 'gone']],
    ['any', { any: [{ grade: 'serious' }, { cost: { upTo: '9' } }] }, ['tap', 'trellis', 'path']],
    ['any of nothing', { any: [] }, []],
  ])('is filtered: %s', async (_what, filter, names) => {
    expect(await filtered(filter)).toEqual(names)
  })

  test('is filtered by an organ', async () => {
    const team = (await toTheTeam(office)).owner as { id: string }
    expect(await filtered({ owner: team.id })).toEqual(['told'])
    expect(await filtered({ owner: [team.id, null] })).toHaveLength(7)
  })

  test.each<[string, string[]]>([
    ['水', ['pipe', 'tap', 'gone']],
    ['  水  龙头 ', ['tap']],
    ['yd-2022-5', ['path']],
    ['水 棚架', []],
    ["'; drop table ledger.fault --", []],
    ['%', ['gate']],
    ['   ', ['pipe', 'tap', 'trellis', 'gate', 'path', 'told', 'gone']],
  ])('is searched for “%s”', async (search, names) => {
    expect(await list('he', { search, order: 'number' })).toEqual(names)
  })

  test.each<[string, string[]]>([
    ['number', ['pipe', 'tap', 'trellis', 'gate', 'path', 'told', 'gone']],
    ['-number', ['gone', 'told', 'path', 'gate', 'trellis', 'tap', 'pipe']],
    ['cost,number', ['tap', 'pipe', 'gate', 'path', 'trellis', 'told', 'gone']],
    ['-cost,-number', ['path', 'gate', 'pipe', 'tap', 'gone', 'told', 'trellis']],
    ['-owner,-foundOn,number', ['told', 'gone', 'path', 'gate', 'tap', 'trellis', 'pipe']],
    ['state,-cost,number', ['gate', 'path', 'pipe', 'tap', 'trellis', 'told', 'gone']],
  ])('is ordered by %s, the unknown last', async (order, names) => {
    expect(await list('he', { order })).toEqual(names)
  })

  test.each([
    ['filter=%7B', 'badFilter filter', 400],
    ['filter=[]', 'badFilter filter', 400],
    ['filter={"colour":"red"}', 'badFilter colour', 400],
    ['filter={"grade":"grave"}', 'badFilter grade', 400],
    ['filter={"due":{"before":"asOf"}}', 'badFilter filter', 400],
    ['filter={"what":{"has":"\\u0000"}}', 'badFilter what', 400],
    ['order=colour', 'badOrder colour', 400],
    ['order=', 'badOrder ', 400],
    ['order=number,number,number,number,number', 'badOrder order', 400],
    ['limit=0', 'badRequest limit', 400],
    ['limit=201', 'badRequest limit', 400],
    ['limit=many', 'badRequest limit', 400],
    ['limit=1&limit=2', 'badRequest limit', 400],
    ['search=%00', 'badRequest search', 400],
    ['language=fr', 'badRequest language', 400],
    ['after=nonsense', 'badCursor after', 400],
    [`after=${cursor(['2022-10-01', 'x'])}`, 'badCursor after', 400],
    [`after=${cursor(['yesterday', 'x', 'aaaaaaaa-0000-4000-8000-000000000000'])}`, 'badCursor after', 400],
    [`after=${cursor(['2022-10-01', 'x', 'no id'])}`, 'badCursor after', 400],
    [`after=${cursor(['2022-10-01', '\0', 'aaaaaaaa-0000-4000-8000-000000000000'])}`, 'badCursor after', 400],
    [`after=${cursor([null, null, null])}`, 'badCursor after', 400],
    [`order=cost&after=${cursor(['dear', 'aaaaaaaa-0000-4000-8000-000000000000'])}`, 'badCursor after', 400],
    ['order=fittings', 'badOrder fittings', 400],
  ])('is refused with %s', async (query, refusal, status) => {
    const answer = await (await office.as('he')).get(`/api/registers/fault/records?${query}`)
    expect([answer.status, refusals(answer)]).toEqual([status, [refusal]])
  })

  test('of a register that there is not is not there', async () => {
    for (const name of ['faults', '__proto__', 'constructor', 'fault_span', "fault';--"]) {
      const answer = await (await office.as('lin')).get(`/api/registers/${encodeURIComponent(name)}/records`)
      expect([answer.status, refusals(answer)]).toEqual([404, ['noSuchRegister register']])
    }
  })
})

describe('a record', () => {
  test('is read with the titles of what it names, in the language asked for', async () => {
    const he = await office.as('he')
    const read = done(await he.get(`/api/registers/fault/records/${faults.told!.id}`))
    expect(read).toMatchObject({
      version: 2,
      state: 'notified',
      title: 'YD-2022-6 井盖松动',
      values: { due: { kind: 'day', date: '2022-10-28', text: null } },
      may: ['tag', 'correct', 'withdraw', 'remark', 'undo'],
    })
    expect(read.titles.person).toEqual({ [await office.idOf('person', '周禾')]: '周禾' })
    expect(read).not.toHaveProperty('spans')
    const visit = await madeVisit(office)
    before = await office.census()
    const url = `/api/registers/visit/records/${visit.id}?language=en`
    expect(done(await he.get(url)).title).toBe('2022-10-20 D-01 井边')
  })

  test('is found by its id however it is written, and by no other', async () => {
    const he = await office.as('he')
    const url = (id: string) => `/api/registers/fault/records/${id}`
    expect(done(await he.get(url(faults.tap!.id.toUpperCase()))).id).toBe(faults.tap!.id)
    expect((await he.get(url('1'))).status).toBe(400)
    expect((await he.get(url("'%20or%20true"))).status).toBe(400)
    expect((await he.get(`/api/registers/plot/records/${faults.tap!.id}`)).status).toBe(404)
  })
})

describe('a history', () => {
  test('tells what happened, by whom, and what was there before', async () => {
    const lin = await office.as('lin')
    const { events, titles } = done(await lin.get(`/api/registers/fault/records/${faults.told!.id}/history`))
    expect(events).toHaveLength(2)
    expect(events[1]).toEqual({
      version: 2,
      act: 'notify',
      at: expect.stringMatching(/^2022-10-\d\dT.*Z$/),
      day: '2022-10-22',
      by: { account: expect.any(String), name: '何田' },
      reason: null,
      onBehalfOf: null,
      cause: null,
      before: { state: 'found', owner: null, person: null, due: null },
      after: {
        state: 'notified',
        owner: { id: await office.idOf('organ', '东园修缮组'), text: null },
        person: { id: await office.idOf('person', '周禾'), text: null },
        due: { kind: 'day', date: '2022-10-28', text: null },
      },
      words: {},
    })
    expect(Object.values(titles.organ!).sort()).toEqual(['东园', '东园修缮组'])
  })
})

function cursor(keys: unknown[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url')
}
