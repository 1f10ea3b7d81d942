import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookieIn, type Office, openOffice } from '../testing/office.ts'
import { refusals } from '../testing/work.ts'

let office: Office
let before: Record<string, number>

beforeAll(async () => {
  office = await openOffice()
  before = await office.census()
})
afterAll(async () => {
  // Coming and going is no business: nothing of it is in any ledger.
  expect(await office.census()).toEqual(before)
  await office.close()
})

const password = 'garden-gate-2022'
const enter = (userName: string, secret = password) =>
  office.stranger.post('/api/session', { userName, password: secret })

test('林晚 signs in, and the house knows who she is and what day it is', async () => {
  const answer = await enter('lin')
  expect(answer.status).toBe(200)
  expect(answer.body).toEqual({
    account: expect.any(String),
    name: '林晚',
    userName: 'lin',
    roles: ['steward'],
    passwordExpired: false,
    organ: { id: await office.idOf('organ', '园务处'), name: '园务处' },
    district: { id: '990901', name: '青禾园区' },
    today: '2022-10-31',
    demonstration: true,
  })
  const lin = await office.as('lin')
  expect((await lin.get('/api/session')).body).toEqual(answer.body)
})

test('the session cookie is closed to scripts and other sites, and its token is kept nowhere', async () => {
  const answer = await enter('lin')
  expect(String(answer.headers['set-cookie'])).toMatch(
    /^anzhi=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
  )
  const token = cookieIn(answer).slice('anzhi='.length)
  const { rows } = await sql<{ token_hash: Buffer }>`select token_hash from anzhi.session`.execute(
    office.house.database,
  )
  const kept = rows.map(({ token_hash }) => token_hash.toString('hex'))
  expect(kept).toContain(createHash('sha256').update(token).digest('hex'))
  expect(kept).not.toContain(Buffer.from(token).toString('hex'))
})

test('behind https the cookie is for https and this host alone', async () => {
  const { buildApp } = await import('../http/app.ts')
  const app = await buildApp({ ...office.house, secureCookie: true }, false)
  const payload = { userName: 'lin', password }
  const signedIn = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'x-anzhi': '1' },
    payload,
  })
  const cookie = String(signedIn.headers['set-cookie'])
  expect(cookie).toMatch(/^__Host-anzhi=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  const plain = cookie.split(';')[0]!.replace('__Host-anzhi', 'anzhi')
  const get = (value: string) => app.inject({ url: '/api/session', headers: { cookie: value } })
  expect((await get(cookie.split(';')[0]!)).statusCode).toBe(200)
  expect((await get(plain)).statusCode).toBe(401)
  await app.close()
})

test('a wrong password and an unknown name are answered alike', async () => {
  const wrong = await enter('bai', 'garden-gate-2023')
  const unknown = await enter('nobody', 'garden-gate-2022')
  for (const answer of [wrong, unknown]) {
    expect(answer.status).toBe(401)
    expect(answer.body).toEqual({ problems: [{ code: 'signInFailed' }] })
    expect(answer.headers['set-cookie']).toBeUndefined()
  }
})

test('a name is exact: neither capitals nor signs of a pattern open the door', async () => {
  for (const name of ['LIN', 'lin ', 'l_n', '%', "lin' or true --", 'lin\u0000']) {
    expect((await enter(name)).status, name).toBeGreaterThanOrEqual(400)
    expect((await enter(name)).status, name).toBeLessThan(500)
  }
})

test('after five wrong passwords the door stays shut for a time that is told, also for the right one', async () => {
  for (let n = 0; n < 4; n += 1) expect((await enter('tao', 'no')).status).toBe(401)
  expect((await enter('tao')).status).toBe(200)
  // Signing in began the count anew.
  for (let n = 0; n < 5; n += 1) expect((await enter('tao', 'no')).status).toBe(401)
  const shut = await enter('tao')
  expect(shut.status).toBe(423)
  expect(shut.body.problems).toEqual([{ code: 'locked', values: { until: expect.any(String) } }])
  const minutes = (Date.parse(String(shut.body.problems[0]!.values!.until)) - Date.now()) / 60_000
  expect(minutes).toBeGreaterThan(13)
  expect(minutes).toBeLessThanOrEqual(15.1)
  await sql`update anzhi.sign_in_failure set locked_until = now()`.execute(office.house.database)
  expect((await enter('tao')).status).toBe(200)
})

test('a name that nobody has is made to wait like any other, and is kept nowhere', async () => {
  await sql`delete from anzhi.sign_in_failure`.execute(office.house.database)
  const codes = async (name: string) => {
    const told: unknown[] = []
    for (let n = 0; n < 6; n += 1) told.push((await enter(name, 'no')).body.problems[0])
    return told
  }
  const shut = { code: 'locked', values: { until: expect.any(String) } }
  const expected = [...Array(5).fill({ code: 'signInFailed' }), shut]
  expect(await codes('bai')).toEqual(expected)
  expect(await codes('nobody-of-ours')).toEqual(expected)
  const { rows } = await sql`select * from anzhi.sign_in_failure`.execute(office.house.database)
  expect(rows).toHaveLength(2)
  expect(JSON.stringify(rows)).not.toMatch(/bai|nobody/)
  await sql`update anzhi.sign_in_failure set at = now() - interval '2 hours', locked_until = null`.execute(
    office.house.database,
  )
  await enter('tao', 'no')
  const { rows: left } = await sql`select * from anzhi.sign_in_failure`.execute(office.house.database)
  expect(left).toHaveLength(1)
  await sql`delete from anzhi.sign_in_failure`.execute(office.house.database)
})

test('many guesses at once get no further than five', async () => {
  const guesses = Array.from({ length: 20 }, (_, n) => (n === 19 ? password : `guess-${n}`))
  const answers = await Promise.all(guesses.map((guess) => enter('qin', guess)))
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses).toEqual([...Array(5).fill(401), ...Array(15).fill(423)])
  expect((await enter('qin')).status).toBe(423)
  await sql`delete from anzhi.sign_in_failure`.execute(office.house.database)
})

test('signing out ends this session and no other', async () => {
  const [here, there] = [await office.signIn('zhou'), await office.signIn('zhou')]
  const answer = await here.del('/api/session')
  expect(answer.status).toBe(200)
  expect(String(answer.headers['set-cookie'])).toMatch(/^anzhi=; .*Expires=Thu, 01 Jan 1970/)
  expect((await here.get('/api/session')).status).toBe(401)
  expect((await there.get('/api/session')).body.name).toBe('周禾')
  expect((await office.stranger.del('/api/session')).status).toBe(200)
})

test('a session ends by itself', async () => {
  const zhou = await office.signIn('zhou')
  await sql`update anzhi.session set expires_at = now() where account =
    (select id from anzhi.account where user_name = 'zhou')`.execute(office.house.database)
  expect((await zhou.get('/api/session')).body).toEqual({ problems: [{ code: 'signedOut' }] })
})

test('a session left alone for two hours ends; one that is used is kept, and written down once a minute', async () => {
  const [used, left] = [await office.signIn('zhou'), await office.signIn('zhou')]
  const zhous = sql`account = (select id from anzhi.account where user_name = 'zhou')`
  const setBack = (time: string) =>
    sql`update anzhi.session set used_at = now() - ${time}::interval where ${zhous}`.execute(
      office.house.database,
    )
  const usedAt = async () => {
    const { rows } = await sql<{ used_at: Date }>`
      select used_at from anzhi.session where ${zhous} order by used_at desc limit 1`.execute(
      office.house.database,
    )
    return rows[0]!.used_at.getTime()
  }
  await setBack('90 minutes')
  expect((await used.get('/api/session')).status).toBe(200)
  const written = await usedAt()
  expect(Date.now() - written).toBeLessThan(60_000)
  expect((await used.get('/api/session')).status).toBe(200)
  expect(await usedAt()).toBe(written)
  // What is refused is use as well.
  await setBack('90 minutes')
  expect((await used.get('/api/registers/nothing/records')).status).toBe(404)
  expect(Date.now() - (await usedAt())).toBeLessThan(60_000)
  await setBack('121 minutes')
  for (const one of [used, left]) expect((await one.get('/api/session')).status).toBe(401)
})

test('an account that has ended opens nothing, not even with a session begun before', async () => {
  const bai = await office.signIn('bai')
  const end = (when: string) =>
    sql`update anzhi.account set ended_at = ${when}::timestamptz where user_name = 'bai'`.execute(
      office.house.database,
    )
  await end('2022-10-30')
  expect((await bai.get('/api/session')).status).toBe(401)
  expect((await enter('bai')).status).toBe(401)
  await sql`update anzhi.account set ended_at = null`.execute(office.house.database)
  expect((await bai.get('/api/session')).status).toBe(200)
})

test.each([
  ['no cookie', {}],
  ['an empty cookie', { cookie: 'anzhi=' }],
  ['a forged cookie', { cookie: `anzhi=${'A'.repeat(43)}` }],
  ['a long cookie', { cookie: `anzhi=${'x'.repeat(8_000)}` }],
  ['a cookie of another name', { cookie: `__Host-anzhi=${'A'.repeat(43)}` }],
  ['bytes that are no text', { cookie: 'anzhi=%00%ff%fe' }],
  ['a name that only the own socket may give', { 'x-anzhi-as': 'lin' }],
])('with %s nobody is signed in', async (_what, headers) => {
  const answer = await office.knock({ url: '/api/session', headers })
  expect(answer.status).toBe(401)
  expect(answer.body).toEqual({ problems: [{ code: 'signedOut' }] })
})

test('a write without the X-Anzhi header, or from another site, is refused before anything is read', async () => {
  const body = { userName: 'lin', password }
  const cases: Record<string, string>[] = [
    {},
    { 'x-anzhi': '1', origin: 'https://elsewhere.example' },
    { 'x-anzhi': '1', origin: 'null' },
    { 'x-anzhi': '1', origin: 'http://localhost.elsewhere.example' },
    { 'x-anzhi': '1', origin: 'http://localhost:81' },
  ]
  for (const headers of cases) {
    const host = { host: 'localhost:80', ...headers }
    for (const [method, url] of [
      ['POST', '/api/session'],
      ['POST', '/api/acts'],
      ['POST', '/api/files?name=a.png'],
      ['DELETE', '/api/session'],
    ] as const) {
      const answer = await office.knock({ method, url, headers: host, payload: body })
      expect(answer.status, `${method} ${url}`).toBe(403)
      expect(refusals(answer)[0]).toMatch(/^forgedRequest (X-Anzhi|Origin)$/)
    }
  }
  const own = { 'x-anzhi': '1', host: 'garden.example:7788', origin: 'http://garden.example:7788' }
  const welcome = await office.knock({ method: 'POST', url: '/api/session', headers: own, payload: body })
  expect(welcome.status).toBe(200)
})

test('a sign-in that is no sign-in is told all that is wrong with it', async () => {
  const post = office.stranger.post
  expect(refusals(await post('/api/session', {}))).toEqual(['badRequest password', 'badRequest userName'])
  expect(refusals(await post('/api/session', { userName: 1, password: ['x'] }))).toHaveLength(2)
  const long = { userName: 'l'.repeat(61), password: 'p'.repeat(201) }
  expect((await post('/api/session', long)).status).toBe(400)
  const text = await post('/api/session', 'userName=lin', {
    'content-type': 'application/x-www-form-urlencoded',
  })
  expect([text.status, refusals(text)]).toEqual([415, ['wrongType body']])
  const broken = await post('/api/session', '{"userName":', { 'content-type': 'application/json' })
  expect([broken.status, refusals(broken)]).toEqual([400, ['badRequest body']])
})
