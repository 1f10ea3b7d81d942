import { afterAll, beforeAll, expect, test } from 'vitest'
import { disagreements } from '../testing/agree.ts'
import { answeringVisit, leaseValues, sentLetter } from '../testing/letters.ts'
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

async function newPlot(code: string, given: Record<string, unknown> = {}): Promise<string> {
  const garden = { id: await office.idOf('organ', '西园') }
  const values = { code, kind: 'herb', garden, rent: '120', ...given }
  return done(await (await office.as('lin')).act('plot', 'create', { values })).id
}

test('白露 makes the visit that a letter asked for, and the letter is answered by it', async () => {
  const [bai, lin] = [await office.as('bai'), await office.as('lin')]
  const letter = await sentLetter(office)
  const before = await office.census()
  const values = await answeringVisit(office, letter, { notes: '渠已疏通' })
  const visit = done(await bai.act('visit', 'create', { values }))
  const answered = done(await lin.get(`/api/registers/letter/records/${letter.id}`))
  expect(answered).toMatchObject({
    version: 5,
    state: 'answered',
    values: { answeredOn: '2022-10-30', reply: '渠已疏通', answeredBy: { id: visit.id, text: null } },
  })
  const { events } = done(await lin.get(`/api/registers/letter/records/${letter.id}/history`))
  expect(events.at(-1)).toMatchObject({
    act: 'answer',
    day: '2022-10-30',
    by: { name: '白露' },
    cause: { register: 'visit', id: visit.id },
  })
  expect(events[0]!.cause).toBeNull()
  expect(await office.census()).toEqual({
    ...before,
    'anzhi.event': before['anzhi.event']! + 2,
    'anzhi.record_seen': before['anzhi.record_seen']! + 1,
    'ledger.visit': before['ledger.visit']! + 1,
    'ledger.visit_span': before['ledger.visit_span']! + 1,
    'ledger.letter_span': before['ledger.letter_span']! + 1,
  })
})

test('what cannot follow refuses the whole act, and nothing has happened', async () => {
  const bai = await office.as('bai')
  const letter = await sentLetter(office)
  const before = await office.census()
  const early = await answeringVisit(office, letter, { visitedOn: '2022-10-20' })
  const refused = await bai.act('visit', 'create', { values: early })
  expect([refused.status, refusals(refused)]).toEqual([
    422,
    ['beforePrevious answers.answeredOn', 'reasonNeeded reason', 'tooEarly answers.answeredOn'],
  ])
  const unseen = await answeringVisit(office, { id: '01890000-0000-7000-8000-000000000000' })
  const nothing = await bai.act('visit', 'create', { values: unseen })
  expect([nothing.status, refusals(nothing)]).toEqual([422, ['notFound answers']])
  expect(await office.census()).toEqual(before)
})

test('a letter that 何田 may not see is not told to be there, whatever its state', async () => {
  const he = await office.as('he')
  const [bai, lin, tao] = await Promise.all(['bai', 'lin', 'tao'].map(office.as))
  const west = { id: await office.idOf('organ', '西园') }
  const draft = done(
    await tao!.act('letter', 'create', { values: { subject: '内部', sender: west, addressee: west } }),
  )
  const values = await answeringVisit(office, draft, {
    organ: { id: await office.idOf('organ', '东园') },
    plot: { id: await office.idOf('plot', 'D-01') },
  })
  expect(refusals(await he.act('visit', 'create', { values }))).toEqual(['notFound answers'])
  done(await tao!.act('letter', 'send', { id: draft.id, version: 1 }))
  done(await bai!.act('letter', 'sendCheck', { id: draft.id, version: 2 }))
  done(await lin!.act('letter', 'sendSign', { id: draft.id, version: 3 }))
  expect(refusals(await he.act('visit', 'create', { values }))).toEqual(['notFound answers'])
})

test('twenty visits answer one letter at once: one of them does', async () => {
  const bai = await office.as('bai')
  const letter = await sentLetter(office)
  const values = await answeringVisit(office, letter)
  const before = await office.census()
  const answers = await Promise.all(Array.from({ length: 20 }, () => bai.act('visit', 'create', { values })))
  const [won, ...lost] = answers.sort((a, b) => a.status - b.status)
  expect(won!.status).toBe(200)
  for (const answer of lost)
    expect([answer.status, refusals(answer)]).toEqual([422, ['linkedCondition answers']])
  expect((await office.census())['anzhi.event']).toBe(before['anzhi.event']! + 2)
})

test('a lease takes over what the plot costs on the day, and keeps it', async () => {
  const lin = await office.as('lin')
  const plot = await newPlot('X-11')
  const values = await leaseValues(office, plot)
  const lease = done(await lin.act('lease', 'create', { values }))
  expect(lease.values).toMatchObject({ rent: '120.00', garden: { id: await office.idOf('organ', '西园') } })
  done(await lin.act('plot', 'correct', { id: plot, version: 1, values: { rent: '150' } }))
  const read = done(await lin.get(`/api/registers/lease/records/${lease.id}`))
  expect(read.values.rent).toBe('120.00')
  const glass = await newPlot('X-12', { kind: 'greenhouse' })
  const refused = await lin.act('lease', 'create', { values: await leaseValues(office, glass) })
  expect([refused.status, refusals(refused)]).toEqual([422, ['linkedCondition plot']])
})

test('a plot that is leased is not withdrawn, and is not offered to be; once it is left, a letter is drafted', async () => {
  const lin = await office.as('lin')
  const plot = await newPlot('X-21')
  const lease = done(await lin.act('lease', 'create', { values: await leaseValues(office, plot) }))
  const gone = await lin.act('plot', 'withdraw', { id: plot, version: 1, reason: '并入' })
  expect([gone.status, refusals(gone)]).toEqual([422, ['pointedAt']])
  const mayNow = async () => done(await lin.get(`/api/registers/plot/records/${plot}`)).may
  expect(await mayNow()).not.toContain('withdraw')
  done(await lin.act('lease', 'end', { id: lease.id, version: 1 }))
  const search = `/api/registers/letter/records?search=${encodeURIComponent('退租清园')}`
  const { records } = done(await lin.get(search))
  expect(records).toMatchObject([{ state: 'draft', values: { plot: { id: plot }, plotKind: 'herb' } }])
  expect(await mayNow()).toContain('withdraw')
  expect((await lin.act('plot', 'withdraw', { id: plot, version: 1, reason: '并入' })).status).toBe(200)
})

test('a plot is leased and withdrawn at once: never both, however often it is tried', async () => {
  const lin = await office.as('lin')
  const seen = new Set<string>()
  for (let round = 0; round < 12; round += 1) {
    const plot = await newPlot(`X-3${round}`)
    const values = await leaseValues(office, plot)
    const lease = () => lin.act('lease', 'create', { values })
    const withdraw = () => lin.act('plot', 'withdraw', { id: plot, version: 1, reason: '并入' })
    const both = await Promise.all(round % 2 ? [lease(), withdraw()] : [withdraw(), lease()].reverse())
    const [leased, withdrawn] = both
    expect([leased!.status, withdrawn!.status].sort()).toEqual([200, 422])
    seen.add(leased!.status === 200 ? refusals(withdrawn!).join() : refusals(leased!).join())
  }
  expect([...seen].every((told) => ['pointedAt', 'linkedCondition plot'].includes(told))).toBe(true)
})

test('many visits answer letters crosswise and plots change meanwhile: nobody waits for who waits for them', async () => {
  const [bai, lin] = [await office.as('bai'), await office.as('lin')]
  const plots = await Promise.all(['X-51', 'X-52', 'X-53'].map((code) => newPlot(code)))
  const letters = []
  for (let n = 0; n < 6; n += 1) letters.push(await sentLetter(office))
  const started = performance.now()
  const acts = letters.flatMap((letter, n) => [
    answeringVisit(office, letter, { plot: { id: plots[n % 3]! } }).then((values) =>
      bai.act('visit', 'create', { values }),
    ),
    leaseValues(office, plots[n % 3]!, { startsOn: `2022-10-0${n + 1}` }).then((values) =>
      lin.act('lease', 'create', { values }),
    ),
    lin.act('letter', 'correct', {
      id: letter.id,
      version: letter.version,
      values: { plot: { id: plots[n % 3]! } },
      reason: '补',
    }),
  ])
  const answers = await Promise.all(acts)
  for (const { status } of answers) expect([200, 409, 422]).toContain(status)
  // PostgreSQL looks for a deadlock after a second.
  expect(performance.now() - started).toBeLessThan(8_000)
})

test('a letter with copies makes a letter for each of them, and each is its own', async () => {
  const lin = await office.as('lin')
  const organs = await Promise.all(['西园', '园务处'].map((name) => office.idOf('organ', name)))
  const team = { id: await office.idOf('organ', '东园修缮组') }
  const plot = await newPlot('X-61', { garden: team })
  const sent = await sentLetter(office, { alsoTo: organs.map((id) => ({ id })), plot: { id: plot } })
  const { records } = done(await lin.get('/api/registers/letter/records?filter={"state":"draft"}'))
  const copies = records.filter(({ values }) => (values.plot as { id?: string } | undefined)?.id === plot)
  expect(copies.map(({ values }) => (values.addressee as { id: string }).id).sort()).toEqual(
    [...organs].sort(),
  )
  for (const copy of copies) {
    expect(copy).toMatchObject({ version: 1, values: { subject: '请看水渠', plotKind: 'herb' } })
    const { events } = done(await lin.get(`/api/registers/letter/records/${copy.id}/history`))
    expect(events[0]!.cause).toEqual({ register: 'letter', id: sent.id })
  }
})
