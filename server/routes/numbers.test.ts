import { afterAll, beforeAll, expect, test } from 'vitest'
import { writing } from '../store/db.ts'
import { disagreements } from '../testing/agree.ts'
import { checkedLetter, leaseValues, sentLetter } from '../testing/letters.ts'
import { type Office, openOffice } from '../testing/office.ts'
import { done, refusals } from '../testing/work.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  expect(await disagreements(office.house)).toEqual([])
  await office.close()
})

test('a letter gets the next number of its sender and year when it is signed, and not before', async () => {
  const lin = await office.as('lin')
  const checked = await checkedLetter(office)
  expect(checked.values.number).toBeUndefined()
  const sent = done(await lin.act('letter', 'sendSign', { id: checked.id, version: 3 }))
  expect(sent.values.number).toBe('园函〔2022〕1号')
  expect(sent.title).toBe('园函〔2022〕1号 请看水渠')
  const { events } = done(await lin.get(`/api/registers/letter/records/${sent.id}/history`))
  expect(events.at(-1)!.after).toMatchObject({ number: '园函〔2022〕1号', state: 'sent' })
  // Another organ counts for itself, and another year as well.
  const west = { id: await office.idOf('organ', '西园') }
  const [tao, bai] = [await office.as('tao'), await office.as('bai')]
  const values = { subject: '借渠', sender: west, addressee: west }
  const theirs = done(await tao.act('letter', 'create', { values, day: '2021-12-20', reason: '补录' }))
  const late = { day: '2021-12-21', reason: '补录' }
  done(await tao.act('letter', 'send', { id: theirs.id, version: 1, ...late }))
  done(await bai.act('letter', 'sendCheck', { id: theirs.id, version: 2, ...late }))
  const signed = { values: { sentOn: '2021-12-22' }, reason: '补录' }
  const old = done(await lin.act('letter', 'sendSign', { id: theirs.id, version: 3, ...signed }))
  expect(old.values.number).toBe('园函〔2021〕1号')
})

test('many sign at once, and some of what they do fails at the last: no gap, no double', async () => {
  const lin = await office.as('lin')
  const letters = []
  for (let n = 0; n < 12; n += 1) letters.push(await checkedLetter(office))
  const { performAct } = await import('../store/perform-act.ts')
  const seer = await signer()
  // Every other transaction is given up after its number was taken.
  const attempts = letters.map(async ({ id }, n) => {
    if (n % 2 === 0) return lin.act('letter', 'sendSign', { id, version: 3 })
    const request = { register: 'letter', act: 'sendSign', id, version: 3, values: {} }
    await expect(
      writing(office.house.database, async (db) => {
        const clock = await office.house.clock(db)
        const { pack, packVersion } = office.house
        const past: [] = []
        const change = await performAct(
          { db, actor: seer, pack, packVersion, past, ...clock, language: 'zh' },
          request,
        )
        expect(change.values.number).toMatch(/^园函〔2022〕\d+号$/)
        throw new Error('the light went out')
      }),
    ).rejects.toThrow('the light went out')
    return undefined
  })
  const answers = (await Promise.all(attempts)).filter((answer) => answer !== undefined)
  const numbers = answers.map((answer) => numberOf(done(answer).values.number))
  expect(numbers.sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7])
})

async function signer() {
  const { findByUserName } = await import('../store/accounts/seer.ts')
  return writing(office.house.database, async (db) => (await findByUserName(db, 'lin', '2022-10-31'))!)
}

const numberOf = (text: unknown) => Number(/〕(\d+)号$/.exec(String(text))?.[1])

test('a number that has been given out is not taken back', async () => {
  const lin = await office.as('lin')
  const sent = await sentLetter(office)
  const undo = await lin.act('letter', 'undo', { id: sent.id, version: sent.version })
  expect([undo.status, refusals(undo)]).toEqual([422, ['numbered']])
  expect(done(await lin.get(`/api/registers/letter/records/${sent.id}`)).may).not.toContain('undo')
})

test('a plot has one tenant at a time; who comes second is told of the first', async () => {
  const lin = await office.as('lin')
  const plot = await office.idOf('plot', 'D-01')
  const lease = (startsOn: string, endsOn?: string) =>
    leaseValues(office, plot, { startsOn, ...(endsOn === undefined ? {} : { endsOn }) })
  const first = done(await lin.act('lease', 'create', { values: await lease('2022-02-01', '2022-03-31') }))
  const clash = await lin.act('lease', 'create', { values: await lease('2022-03-31') })
  expect([clash.status, clash.body.problems]).toMatchObject([
    409,
    [{ code: 'alreadyThere', field: 'plot', values: { id: first.id } }],
  ])
  const after = done(await lin.act('lease', 'create', { values: await lease('2022-04-01') }))
  expect(refusals(await lin.act('lease', 'create', { values: await lease('2023-01-01') }))).toEqual([
    'alreadyThere plot',
  ])
  // What is corrected is compared as well; what was withdrawn is not there.
  const stretched = { id: first.id, version: 1, values: { endsOn: '2022-04-01' } }
  expect(refusals(await lin.act('lease', 'correct', stretched))).toEqual(['alreadyThere plot'])
  done(await lin.act('lease', 'withdraw', { id: after.id, version: 1, reason: '误登' }))
  expect((await lin.act('lease', 'correct', stretched)).status).toBe(200)
})

test('twenty lease one plot at once: it is leased once', async () => {
  const lin = await office.as('lin')
  const values = await leaseValues(office, await office.idOf('plot', 'D-02'))
  const before = await office.census()
  const answers = await Promise.all(Array.from({ length: 20 }, () => lin.act('lease', 'create', { values })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)])
  expect((await office.census())['ledger.lease']).toBe(before['ledger.lease']! + 1)
})
