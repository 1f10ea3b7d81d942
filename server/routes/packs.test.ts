import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Office, openOffice } from '../testing/office.ts'
import { addField, sourceWith } from '../testing/packs.ts'
import { done, refusals } from '../testing/work.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const witness = () => ({ packs: [sourceWith(addField('fault', 'witness', { type: 'text' }))] })
const versions = async () => {
  const { rows } = await sql`select version, by_name from anzhi.pack_change order by n`.execute(
    office.house.database,
  )
  return rows
}

test('only who keeps the accounts may look at a change of packs, or make one', async () => {
  const before = await versions()
  for (const path of ['/api/pack/plan', '/api/pack/apply']) {
    for (const name of ['lin', 'he', 'zhou']) {
      const answer = await (await office.as(name)).post(path, witness())
      expect([answer.status, refusals(answer)]).toEqual([403, ['notAllowed']])
    }
    const stranger = await office.stranger.post(path, witness())
    expect([stranger.status, refusals(stranger)]).toEqual([401, ['signedOut']])
    const forged = await office.knock({ method: 'POST', url: path, payload: witness() })
    expect([forged.status, refusals(forged)]).toEqual([403, ['forgedRequest X-Anzhi']])
  }
  expect(await versions()).toEqual(before)
})

test('a plan tells and changes nothing; an application is whole, named, and in the trail', async () => {
  const qin = await office.as('qin')
  const before = { versions: await versions(), census: await office.census() }
  const plan = done(await qin.post('/api/pack/plan?language=en', witness()))
  expect(plan).toMatchObject({ applied: false, refusals: [] })
  expect(plan.steps.map(({ text }) => text)).toEqual(['table fault: new column witness (text)'])
  expect({ versions: await versions(), census: await office.census() }).toEqual(before)
  const applied = done(await qin.post('/api/pack/apply', witness()))
  expect(applied).toMatchObject({ applied: true, from: plan.from, to: plan.to })
  expect(await versions()).toEqual([...before.versions, { version: plan.to, by_name: '秦朗' }])
  const { rows } = await sql`select by_name, detail from anzhi.trail where what = 'changePack'`.execute(
    office.house.database,
  )
  expect(rows).toEqual([{ by_name: '秦朗', detail: { from: plan.from, to: plan.to } }])
  const again = done(await qin.post('/api/pack/apply', witness()))
  expect(again).toMatchObject({ applied: true, steps: [], from: plan.to, to: plan.to })
  expect(await versions()).toHaveLength(before.versions.length + 1)
})

test('packs that are not sound are told with every path, and what is no pack at all', async () => {
  const qin = await office.as('qin')
  const unsound = sourceWith(({ registers }) => {
    registers.plot!.fields.kind = { type: 'choice', options: 'soils' }
    registers.plot!.title = '{nickname}'
  })
  const answer = await qin.post('/api/pack/apply', { packs: [unsound] })
  expect(answer.status).toBe(422)
  expect(answer.body.problems).toEqual(
    expect.arrayContaining([
      {
        code: 'packUnsound',
        field: 'allotment/registers/plot/fields/kind',
        values: { why: 'unknownOptions', given: 'soils' },
      },
      {
        code: 'packUnsound',
        field: 'allotment/registers/plot/title',
        values: { why: 'unknownField', given: 'nickname' },
      },
    ]),
  )
  for (const packs of [[], [7], [null], ['pack'], [{ id: 'x' }], undefined]) {
    const { status } = await qin.post('/api/pack/apply', { packs })
    expect([400, 422], JSON.stringify(packs)).toContain(status)
  }
})

test('every answer names the pack that holds; what was made ready under another and cannot be done says so', async () => {
  const lin = await office.as('lin')
  const { headers } = await lin.get('/api/session')
  expect(headers['x-anzhi-pack']).toBe(office.house.packVersion)
  const id = await office.idOf('plot', 'D-01')
  const act = { register: 'plot', act: 'correct', id, version: 1, values: { nickname: 'x' }, reason: 'x' }
  const older = await lin.post('/api/acts', act, { 'x-anzhi-pack': 'older' })
  expect(refusals(older)).toContain('packChanged')
  const same = await lin.post('/api/acts', act, { 'x-anzhi-pack': office.house.packVersion })
  expect(refusals(same)).not.toContain('packChanged')
  expect(refusals(await lin.post('/api/acts', act))).not.toContain('packChanged')
})
