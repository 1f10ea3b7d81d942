import { type Endpoint, endpoints } from '@anzhi/engine/api'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { grant, told } from '../testing/accounts.ts'
import { type Office, openOffice } from '../testing/office.ts'
import { refusals } from '../testing/work.ts'

let office: Office
let before: Record<string, number>

beforeAll(async () => {
  office = await openOffice()
  before = await office.census()
})
afterAll(async () => {
  expect(await office.census()).toEqual(before)
  await office.close()
})

const old = 'garden-gate-2022'
const own = 'Beans-on-7-poles'

test('何田 changes her password: the old one is asked, her other sessions end, this one stays', async () => {
  const [here, there] = [await office.signIn('he'), await office.signIn('he')]
  const change = (current: string, password: string) =>
    here.post('/api/account/password', { current, password })
  expect(refusals(await change('wrong', own))).toEqual(['passwordWrong current'])
  expect(refusals(await change(old, 'he'))).toEqual([
    'passwordCommon password',
    'passwordHasName password',
    'passwordTooPlain password',
    'passwordTooShort password',
  ])
  expect(refusals(await change(old, old))).toEqual(['passwordSame password'])
  expect((await there.get('/api/session')).status).toBe(200)
  expect((await change(old, own)).status).toBe(200)
  expect((await here.get('/api/session')).status).toBe(200)
  expect((await there.get('/api/session')).status).toBe(401)
  await expect(office.signIn('he', old)).rejects.toThrow('signInFailed')
  expect((await office.signIn('he', own)).get).toBeTypeOf('function')
})

test('whoever guesses the old password at an open desk finds the door shut, also at the sign-in', async () => {
  const tao = await office.signIn('tao')
  const guess = (current: string) => tao.post('/api/account/password', { current, password: own })
  for (let n = 0; n < 5; n += 1)
    expect(refusals(await guess(`guess-${n}`))).toEqual(['passwordWrong current'])
  expect((await guess(old)).status).toBe(423)
  await expect(office.signIn('tao', old)).rejects.toThrow('locked')
  // Who is signed in is not thrown out by it.
  expect((await tao.get('/api/session')).status).toBe(200)
})

test('a password that is reset while it is being changed is not overwritten', async () => {
  const zhou = await office.signIn('zhou')
  const [changed, reset] = await Promise.all([
    zhou.post('/api/account/password', { current: old, password: own }),
    grant(await office.as('qin'), 'zhou', 'password'),
  ])
  expect(reset.status).toBe(200)
  // Whichever was first, the reset holds in the end, or the change came after it and was refused.
  expect([200, 422, 423]).toContain(changed.status)
  await expect(office.signIn('zhou', own)).rejects.toThrow('signInFailed')
  expect((await office.signIn('zhou', told(reset).password)).get).toBeTypeOf('function')
})

test('everybody sees where they are signed in, and ends what is not theirs any more', async () => {
  const [here, there, far] = [
    await office.signIn('lin'),
    await office.signIn('lin'),
    await office.signIn('lin'),
  ]
  await sql`update anzhi.session set device = 'Chrome 120 · Windows' where used_at =
    (select max(used_at) from anzhi.session)`.execute(office.house.database)
  const list = async () => told(await here.get('/api/account/sessions')).sessions
  const all = await list()
  expect(all).toHaveLength(3)
  expect(all.map(({ device }) => device)).toEqual(['Chrome 120 · Windows', null, null])
  expect(all.filter(({ isThis }) => isThis)).toHaveLength(1)
  for (const { createdAt, expiresAt } of all)
    expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(12 * 3_600_000)
  const theirs = told(await there.get('/api/account/sessions')).sessions.find(({ isThis }) => isThis)!
  expect((await here.del(`/api/account/sessions/${theirs.id}`)).status).toBe(200)
  expect((await there.get('/api/session')).status).toBe(401)
  expect((await here.del('/api/account/sessions')).body).toEqual({ ended: 1 })
  expect((await far.get('/api/session')).status).toBe(401)
  expect(await list()).toEqual([expect.objectContaining({ isThis: true })])
})

test('the sessions of others are not there', async () => {
  const bai = await office.as('bai')
  const [theirs] = told(await bai.get('/api/account/sessions')).sessions
  const lin = await office.as('lin')
  for (const id of [theirs!.id, uuidv7()]) {
    const answer = await lin.del(`/api/account/sessions/${id}`)
    expect([answer.status, refusals(answer)]).toEqual([404, ['notFound id']])
  }
  expect((await bai.get('/api/session')).status).toBe(200)
})

const values: Record<string, string> = {
  register: 'fault',
  id: uuidv7(),
  indicator: 'visits',
  report: 'season',
}
// Who reads first and asks afterwards who it was.
const bodies: Record<string, object> = {
  '/api/pack/plan': { packs: [{}] },
  '/api/pack/apply': { packs: [{}] },
}
const open = Object.values(endpoints as Record<string, Endpoint>).filter(
  (endpoint) => endpoint.open !== true && endpoint !== endpoints.signOut && endpoint.whileExpired !== true,
)

test('with a one-time password nothing is open but its change: every other route says so', async () => {
  const { password } = told(await grant(await office.as('qin'), 'bai', 'password'))
  const bai = await office.signIn('bai', password)
  expect(open.length).toBeGreaterThan(25)
  for (const { method, path } of open) {
    const url = path.replace(/:(\w+)/g, (_whole, key: string) => values[key]!)
    const body = path === '/api/files' ? Buffer.from('x') : (bodies[path] ?? {})
    const media = { 'content-type': 'application/octet-stream' }
    const answer =
      method === 'GET'
        ? await bai.get(url)
        : method === 'DELETE'
          ? await bai.del(url)
          : await bai.post(url, body, Buffer.isBuffer(body) ? media : {})
    expect([answer.status, answer.body], `${method} ${url}`).toEqual([
      403,
      { problems: [{ code: 'passwordExpired' }] },
    ])
  }
  expect((await bai.get('/api/session')).status).toBe(200)
  expect((await bai.del('/api/session')).status).toBe(200)
})
