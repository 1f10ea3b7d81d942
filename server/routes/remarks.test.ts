import { afterAll, beforeAll, expect, test } from 'vitest'
import { disagreements } from '../testing/agree.ts'
import { answeringVisit, sentLetter } from '../testing/letters.ts'
import { type Office, openOffice } from '../testing/office.ts'
import { done, foundFault, next, refusals, toTheTeam } from '../testing/work.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  expect(await disagreements(office.house)).toEqual([])
  await office.close()
})

test('whoever sees a fault may say something about it, and hinders nobody by it', async () => {
  const [he, lin, bai] = await Promise.all(['he', 'lin', 'bai'].map(office.as))
  const fault = await foundFault(office)
  const silent = await lin!.act('fault', 'remark', { id: fault.id, version: 1 })
  expect(refusals(silent)).toEqual(['required reason'])
  const said = done(await lin!.act('fault', 'remark', { id: fault.id, version: 1, reason: '请先关总阀' }))
  expect(said).toMatchObject({ version: 2, state: 'found', values: fault.values })
  expect((await bai!.act('fault', 'remark', { id: fault.id, version: 2, reason: '。' })).status).toBe(404)
  // 何田 still has the fault as it was before the remark.
  const told = await next(he!, 'notify', fault, { values: await toTheTeam(office) })
  expect(told.version).toBe(3)
  const stale = await he!.act('fault', 'correct', {
    id: fault.id,
    version: 1,
    values: { cost: '1' },
    reason: '。',
  })
  expect(stale.status).toBe(409)
  // A remark comes through whatever others have done.
  done(await lin!.act('fault', 'remark', { id: fault.id, version: 1, reason: '好' }))
  const { events } = done(await he!.get(`/api/registers/fault/records/${fault.id}/history`))
  expect(events.map(({ act, reason }) => [act, reason])).toEqual([
    ['create', null],
    ['remark', '请先关总阀'],
    ['notify', null],
    ['remark', '好'],
  ])
  expect(events[1]).toMatchObject({ before: {}, after: {}, by: { name: '林晚' } })
})

test('the last act is taken back over a remark, by who did it', async () => {
  const [he, lin] = [await office.as('he'), await office.as('lin')]
  const fault = await foundFault(office)
  const told = await next(he, 'notify', fault, { values: await toTheTeam(office) })
  expect(told.may).toEqual(['tag', 'correct', 'withdraw', 'remark', 'undo'])
  done(await lin.act('fault', 'remark', { id: fault.id, version: 2, reason: '等一等' }))
  const mayNow = async (who: typeof he) => done(await who.get(`/api/registers/fault/records/${fault.id}`)).may
  expect(await mayNow(lin)).not.toContain('undo')
  expect(await mayNow(he)).toContain('undo')
  const back = done(await he.act('fault', 'undo', { id: fault.id, version: 2 }))
  expect(back).toMatchObject({ version: 4, state: 'found' })
  expect(back.values.owner).toBeUndefined()
  expect(back.may).not.toContain('undo')
})

test('taking back a visit takes back the answer that it was', async () => {
  const [bai, lin] = [await office.as('bai'), await office.as('lin')]
  const letter = await sentLetter(office)
  const visit = done(await bai.act('visit', 'create', { values: await answeringVisit(office, letter) }))
  expect(visit.may).toContain('undo')
  const answered = done(await bai.get(`/api/registers/letter/records/${letter.id}`))
  expect(answered.may).not.toContain('undo')
  // The answer followed from the visit, and goes with it only.
  const own = await bai.act('letter', 'undo', { id: letter.id, version: answered.version })
  expect([own.status, refusals(own)]).toEqual([403, ['notAllowed']])
  done(await bai.act('visit', 'undo', { id: visit.id, version: 1 }))
  const open = done(await lin.get(`/api/registers/letter/records/${letter.id}`))
  expect(open).toMatchObject({ state: 'sent', version: 6 })
  expect(open.values).toEqual(letter.values)
  expect(done(await lin.get(`/api/registers/visit/records/${visit.id}`)).state).toBe('withdrawn')
})

test('what has gone on since is not taken back', async () => {
  const [bai, lin] = [await office.as('bai'), await office.as('lin')]
  const letter = await sentLetter(office)
  const visit = done(await bai.act('visit', 'create', { values: await answeringVisit(office, letter) }))
  done(
    await lin.act('letter', 'correct', {
      id: letter.id,
      version: 5,
      values: { subject: '请看水渠（东）' },
      reason: '补全',
    }),
  )
  const before = await office.census()
  const undo = await bai.act('visit', 'undo', { id: visit.id, version: 1 })
  expect([undo.status, refusals(undo)]).toEqual([422, ['movedOn']])
  expect(await office.census()).toEqual(before)
})
