import { afterAll, beforeAll, expect, test } from 'vitest'
import { disagreements } from '../testing/agree.ts'
import { type Office, openOffice } from '../testing/office.ts'
import {
  aPhoto,
  done,
  faultValues,
  foundFault,
  inTheWest,
  next,
  notifiedFault,
  refusals,
  toTheTeam,
  visitValues,
} from '../testing/work.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  expect(await disagreements(office.house)).toEqual([])
  await office.close()
})

test('何田 finds a fault, and its number, event and life are there', async () => {
  const before = await office.census()
  const he = await office.as('he')
  const values = await faultValues(office, { what: '井盖松动', grade: 'serious', foundOn: '2022-10-30' })
  const made = await he.act('fault', 'create', { values })
  expect(made.status).toBe(200)
  expect(made.body).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
    version: 1,
    state: 'found',
    title: 'YD-2022-1 井盖松动',
    values: {
      number: 'YD-2022-1',
      what: '井盖松动',
      grade: 'serious',
      foundOn: '2022-10-30',
      plot: { ...(values.plot as object), text: null },
      foundBy: { ...(values.foundBy as object), text: null },
    },
    may: ['notify', 'tag', 'correct', 'withdraw', 'remark', 'undo'],
  })
  const read = await he.get(`/api/registers/fault/records/${made.body.id}`)
  expect(read.body).toMatchObject(made.body)
  expect(await office.census()).toEqual({
    ...before,
    'anzhi.event': before['anzhi.event']! + 1,
    'anzhi.record_seen': before['anzhi.record_seen']! + 1,
    'anzhi.counter': before['anzhi.counter']! + 1,
    'ledger.fault': 1,
    'ledger.fault_span': 1,
  })
})

test('a fault goes through its whole life, by the hands that may', async () => {
  const [he, zhou, lin] = await Promise.all(['he', 'zhou', 'lin'].map(office.as))
  const fault = await foundFault(office, { what: '水管漏水' })
  expect(fault.may).toEqual(['mendAtOnce', 'notify', 'tag', 'correct', 'withdraw', 'remark', 'undo'])
  const told = await next(he!, 'notify', fault, { values: await toTheTeam(office), day: '2022-10-21' })
  expect(told).toMatchObject({
    version: 2,
    state: 'notified',
    may: ['tag', 'correct', 'withdraw', 'remark', 'undo'],
  })
  const after = [await aPhoto(zhou!, '修好的水管')]
  const day = '2022-10-24'
  const mended = await next(zhou!, 'submit', told, { values: { after, cost: '12.5' }, day })
  expect(mended).toMatchObject({ state: 'submitted', values: { after, cost: '12.50', mendedOn: day } })
  expect(mended.may).toEqual(['remark', 'undo'])
  const back = await next(he!, 'sendBack', mended, { reason: '还在滴水', day: '2022-10-25' })
  expect(back).toMatchObject({ state: 'notified' })
  const again = await next(zhou!, 'submit', back, { values: { after }, day: '2022-10-27' })
  expect(again.values.mendedOn).toBe('2022-10-27')
  const seen = await next(he!, 'verify', again, { values: { verifiedOn: '2022-10-28' } })
  expect(seen).toMatchObject({ state: 'verified', values: { verifiedOn: '2022-10-28' } })
  const gone = await next(lin!, 'strikeOff', seen)
  expect(gone).toMatchObject({
    state: 'struckOff',
    values: { struckOffOn: '2022-10-31' },
    may: ['reopen', 'tag', 'correct', 'withdraw', 'remark', 'undo'],
  })
  const due = { kind: 'atOnce', date: null, text: null }
  const open = await next(lin!, 'reopen', gone, { values: { due }, reason: '又漏了' })
  expect(open).toMatchObject({ version: 8, state: 'notified', values: { due } })

  const { events } = done(await lin!.get(`/api/registers/fault/records/${fault.id}/history`))
  expect(events.map(({ version, act, day, by, reason }) => [version, act, day, by.name, reason])).toEqual([
    [1, 'create', '2022-10-20', '何田', null],
    [2, 'notify', '2022-10-21', '何田', null],
    [3, 'submit', '2022-10-24', '周禾', null],
    [4, 'sendBack', '2022-10-25', '何田', '还在滴水'],
    [5, 'submit', '2022-10-27', '周禾', null],
    [6, 'verify', '2022-10-28', '何田', null],
    [7, 'strikeOff', '2022-10-31', '林晚', null],
    [8, 'reopen', '2022-10-31', '林晚', '又漏了'],
  ])
  expect(events[3]).toMatchObject({ before: { state: 'submitted' }, after: { state: 'notified' } })
  expect(events[4]!.before).toEqual({ state: 'notified', mendedOn: '2022-10-24' })
})

test('a small fault is mended on the spot, a serious one is not', async () => {
  const he = await office.as('he')
  const small = await foundFault(office)
  const after = [await aPhoto(he, 'on the spot')]
  expect(await next(he, 'mendAtOnce', small, { values: { after } })).toMatchObject({
    state: 'verified',
    values: { verifiedOn: '2022-10-31' },
  })
  const { id, version } = await foundFault(office, { grade: 'serious' })
  const refused = await he.act('fault', 'mendAtOnce', { id, version, values: { after } })
  expect([refused.status, refusals(refused)]).toEqual([422, ['condition']])
})

test('an entry is corrected freely at first, later with a reason, and what was wrong stays in its history', async () => {
  const he = await office.as('he')
  const fault = await foundFault(office)
  const better = await next(he, 'correct', fault, { values: { what: '水龙头漏水', cost: '3' } })
  expect(better).toMatchObject({ version: 2, state: 'found', values: { what: '水龙头漏水', cost: '3.00' } })
  const told = await next(he, 'notify', better, { values: await toTheTeam(office) })
  const silent = await he.act('fault', 'correct', { ...pick(told), values: { cost: null } })
  expect([silent.status, refusals(silent)]).toEqual([422, ['reasonNeeded reason']])
  const emptied = await next(he, 'correct', told, { values: { cost: null }, reason: '记错了' })
  expect(emptied.values).not.toHaveProperty('cost')
  const { events } = done(await he.get(`/api/registers/fault/records/${fault.id}/history`))
  expect(events.at(-1)).toMatchObject({ before: { cost: '3.00' }, after: { cost: null }, reason: '记错了' })
})

test('林晚 gives more time, and the old time limit stays true for the days before', async () => {
  const lin = await office.as('lin')
  const fault = await notifiedFault(office)
  const overdue = async (asOf: string) =>
    done(await lin.get(`/api/figures/overdueFaults/records?asOf=${asOf}`)).records.some(
      ({ id }) => id === fault.id,
    )
  expect(await overdue('2022-10-29')).toBe(true)
  const due = { kind: 'day', date: '2022-11-15' }
  await next(lin, 'extend', fault, { values: { due }, reason: '配件未到', day: '2022-10-30' })
  expect([await overdue('2022-10-28'), await overdue('2022-10-29'), await overdue('2022-10-30')]).toEqual([
    false,
    true,
    false,
  ])
})

test('what was entered by mistake is withdrawn: it stays to be read and counts on no day', async () => {
  const he = await office.as('he')
  const found = async () => done(await he.get('/api/figures/faultsFound?asOf=2022-10-25')).figure.value
  const before = await found()
  const fault = await foundFault(office)
  expect(Number(await found())).toBe(Number(before) + 1)
  const gone = await next(he, 'withdraw', fault, { reason: '重复登记' })
  expect(gone).toMatchObject({ state: 'withdrawn', version: 2, may: ['remark', 'undo'] })
  expect(await found()).toBe(before)
  const read = done(await he.get(`/api/registers/fault/records/${fault.id}`))
  expect(read).toMatchObject({ state: 'withdrawn', values: { what: '水管漏水' } })
})

test('running numbers begin anew each year, and a refused entry takes none', async () => {
  const he = await office.as('he')
  const entered = async (foundOn: string) => {
    const values = await faultValues(office, { foundOn })
    return done(await he.act('fault', 'create', { values, reason: '补录' })).values.number
  }
  expect([await entered('2021-12-30'), await entered('2021-12-31')]).toEqual(['YD-2021-1', 'YD-2021-2'])
  const values = await faultValues(office, { foundOn: '2021-12-31', grade: 'grave' })
  expect((await he.act('fault', 'create', { values, reason: '补录' })).status).toBe(422)
  expect(await entered('2021-11-01')).toBe('YD-2021-3')
})

test('twelve faults entered at once get twelve numbers without a gap', async () => {
  const [he, bai] = [await office.as('he'), await office.as('bai')]
  const east = await faultValues(office, { foundOn: '2020-05-05' })
  const west = { ...east, ...(await inTheWest(office)), organ: undefined }
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      (n % 2 ? bai : he).act('fault', 'create', { values: n % 2 ? west : east, reason: '补录' }),
    ),
  )
  const numbers = answers.map((answer) => Number(String(done(answer).values.number).split('-')[2]))
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1))
})

test('a visit keeps what the steward cannot: whole numbers, money below nothing, a plot by title', async () => {
  const he = await office.as('he')
  const values = await visitValues(office, {
    people: 3,
    harvest: 0,
    takings: '-12.3',
    notes: '一行\n\n二行 ',
  })
  const visit = done(await he.act('visit', 'create', { values }))
  expect(visit).toMatchObject({
    title: '2022-10-20 D-01 井边',
    values: { people: 3, harvest: 0, takings: '-12.30', notes: '一行\n\n二行' },
  })
})

function pick({ id, version }: { id: string; version: number }) {
  return { id, version }
}
