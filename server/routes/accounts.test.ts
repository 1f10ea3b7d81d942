import { passwordProblems } from '@anzhi/engine/password'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadDemonstration } from '../demo/load.ts'
import { accountOf, grant, newPerson, told } from '../testing/accounts.ts'
import { neighbours } from '../testing/neighbours.ts'
import { type Caller, type Office, openOffice } from '../testing/office.ts'
import { done, foundFault, inTheWest, notifiedFault, refusals, visitValues } from '../testing/work.ts'

let office: Office
let qin: Caller

beforeAll(async () => {
  office = await openOffice()
  await loadDemonstration(office.house, neighbours)
  qin = await office.as('qin')
})
afterAll(() => office.close())

const database = () => office.house.database
const trail = async () => {
  const { rows } = await sql<{ by: string | null; detail: Record<string, unknown> }>`
    select by_name as by, detail from anzhi.trail where what = 'grant' order by seq`.execute(database())
  return rows
}
const make = async (userName: string, name: string, organ: string, roles: string[]) =>
  told(await qin.post('/api/accounts', { userName, person: await newPerson(office, name, organ), roles }))

describe('秦朗, the administrator,', () => {
  test('makes an account for 苏晴, who is made to change its one-time password before anything else', async () => {
    const { account, password } = await make('su.qing', '苏晴', '西园', ['warden'])
    expect(account).toMatchObject({
      userName: 'su.qing',
      person: { name: '苏晴' },
      organ: { name: '西园' },
      roles: ['warden'],
      passwordExpired: true,
      signedInAt: null,
      endedAt: null,
      version: 1,
    })
    expect(passwordProblems(password, { userName: 'su.qing' })).toEqual([])
    const su = await office.signIn('su.qing', password)
    expect((await accountOf(qin, 'su.qing')).signedInAt).not.toBeNull()
    expect((await su.get('/api/session')).body).toMatchObject({ name: '苏晴', passwordExpired: true })
    const shut = await su.get('/api/registers/fault/records')
    expect([shut.status, shut.body]).toEqual([403, { problems: [{ code: 'passwordExpired' }] }])
    const body = { current: password, password: 'Trellis-by-the-9-wells' }
    expect((await su.post('/api/account/password', body)).status).toBe(200)
    expect((await su.get('/api/session')).body.passwordExpired).toBe(false)
    expect((await su.get('/api/registers/fault/records')).status).toBe(200)
    await expect(office.signIn('su.qing', password)).rejects.toThrow('signInFailed')
    expect((await office.signIn('su.qing', body.password)).get).toBeTypeOf('function')
  })

  test('hears all that is wrong with a wish at once, and nothing is made', async () => {
    const before = told(await qin.get('/api/accounts')).total
    const post = (body: object) => qin.post('/api/accounts', body)
    const far = await office.idOf('person', '高远')
    expect(refusals(await post({ userName: ' 周', person: far, roles: ['server'] }))).toEqual([
      'notFound person',
      'notOption roles',
      'wrongForm userName',
    ])
    const wish = { userName: 'LIN', person: await office.idOf('person', '何田'), roles: ['warden', 'warden'] }
    expect(refusals(await post(wish))).toEqual(['hasAccount person', 'nameTaken userName', 'notOption roles'])
    expect(refusals(await post({ userName: 'x', person: uuidv7(), roles: [] }))).toEqual(['badRequest roles'])
    // A name is one name in the whole house, whatever district it is of.
    expect(refusals(await post({ ...wish, userName: 'gao', roles: ['warden'] }))).toContain(
      'nameTaken userName',
    )
    expect(told(await qin.get('/api/accounts')).total).toBe(before)
  })

  test('resets a password: all sessions end, the shut door opens, the old password opens nothing', async () => {
    const zhou = await office.signIn('zhou')
    for (let n = 0; n < 5; n += 1) await office.signIn('zhou', 'guess').catch(() => {})
    await expect(office.signIn('zhou')).rejects.toThrow('locked')
    expect((await accountOf(qin, 'zhou')).lockedUntil).not.toBeNull()
    const { account, password } = told(await grant(qin, 'zhou', 'password'))
    expect(account).toMatchObject({ passwordExpired: true, lockedUntil: null, version: 2 })
    expect((await zhou.get('/api/session')).status).toBe(401)
    await expect(office.signIn('zhou')).rejects.toThrow('signInFailed')
    const again = await office.signIn('zhou', password)
    expect((await again.get('/api/session')).body.name).toBe('周禾')
  })

  test('changes roles, which hold at once; on another version it is told so', async () => {
    const { account } = await make('meng', '孟夏', '东园', ['gardener'])
    const first = await qin.post(`/api/accounts/${account.id}/roles`, { version: 1, roles: ['warden'] })
    expect(told(first).account).toMatchObject({ roles: ['warden'], version: 2 })
    const late = await qin.post(`/api/accounts/${account.id}/end`, { version: 1 })
    expect([late.status, refusals(late)]).toEqual([409, ['stale version']])
    expect(refusals(await grant(qin, 'meng', 'roles', { roles: ['king'] }))).toEqual(['notOption roles'])
  })

  test('ends an account and is told what waits for nobody else; opened again it has a new password', async () => {
    const bai = await office.signIn('bai')
    const values = await visitValues(office, await inTheWest(office))
    const { id } = done(await bai.act('visit', 'create', { values: { ...values, foundBy: undefined } }))
    const answer = told(await grant(qin, 'bai', 'end'))
    expect(answer.account.endedAt).not.toBeNull()
    expect((await bai.get('/api/session')).status).toBe(401)
    await expect(office.signIn('bai')).rejects.toThrow('signInFailed')
    const history = done(await (await office.as('lin')).get(`/api/registers/visit/records/${id}/history`))
    expect(history.events.map(({ by }) => by.name)).toContain('白露')
    expect(refusals(await grant(qin, 'bai', 'end'))).toEqual(['nothingToDo'])
    expect((await grant(qin, 'bai', 'password')).status).toBe(404)
    const { account, password } = told(await grant(qin, 'bai', 'reopen'))
    expect(account).toMatchObject({ endedAt: null, passwordExpired: true })
    expect((await office.signIn('bai', password)).get).toBeTypeOf('function')
    expect(refusals(await grant(qin, 'bai', 'reopen'))).toEqual(['nothingToDo'])
  })

  test('does not open an account again whose person has another by now', async () => {
    const { account } = await make('lei', '雷雨', '东园', ['gardener'])
    await grant(qin, 'lei', 'end')
    const other = { userName: 'lei.yu', person: account.person.id, roles: ['gardener'] }
    expect((await qin.post('/api/accounts', other)).status).toBe(200)
    expect(refusals(await grant(qin, 'lei', 'reopen'))).toEqual(['hasAccount person'])
  })

  test('cannot be the last to go: somebody has to be able to sign in as administrator', async () => {
    for (const [change, body] of [
      ['end', {}],
      ['roles', { roles: ['steward'] }],
    ] as const) {
      const answer = await grant(qin, 'qin', change, body)
      expect([answer.status, refusals(answer)]).toEqual([409, ['lastAdministrator']])
    }
    const { account, password } = await make('wen', '闻笛', '园务处', ['administrator'])
    const wen = await office.signIn('wen', password)
    await wen.post('/api/account/password', { current: password, password: 'Flute-in-the-8th-hour' })
    // Each ends the other at the same moment: one of them stays.
    const [mine, theirs] = [await accountOf(qin, 'qin'), account]
    const both = await Promise.all([
      qin.post(`/api/accounts/${theirs.id}/end`, { version: theirs.version }),
      wen.post(`/api/accounts/${mine.id}/end`, { version: mine.version }),
    ])
    const { rows } = await sql<{ n: number }>`select count(*)::integer as n from anzhi.account
      where district = '990901' and 'administrator' = any(roles) and ended_at is null`.execute(database())
    expect([rows[0]!.n, both.filter(({ status }) => status === 200).length]).toEqual([1, 1])
    await sql`update anzhi.account set ended_at = null where user_name = 'qin'`.execute(database())
    qin = await office.signIn('qin')
  })

  test('knows no account of another district, by whatever id', async () => {
    const { rows } = await sql<{ id: string }>`select id from anzhi.account where user_name = 'gao'`.execute(
      database(),
    )
    for (const id of [rows[0]!.id, uuidv7()]) {
      expect((await qin.get(`/api/accounts/${id}`)).body).toEqual({
        problems: [{ code: 'notFound', field: 'id' }],
      })
      for (const change of ['password', 'end', 'reopen', 'roles']) {
        const answer = await qin.post(`/api/accounts/${id}/${change}`, { version: 1, roles: ['warden'] })
        expect(answer.body).toEqual({ problems: [{ code: 'notFound', field: 'id' }] })
      }
    }
    const { accounts } = told(await qin.get('/api/accounts?limit=200'))
    expect(accounts.map(({ userName }) => userName)).not.toContain('gao')
  })

  test('turns the pages of the list and finds by user name and by name', async () => {
    const all = told(await qin.get('/api/accounts?limit=200'))
    expect(all.roles).toEqual(['administrator', 'steward', 'warden', 'gardener'])
    const names: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page = told(await qin.get(`/api/accounts?limit=2${next === '' ? '' : `&after=${next}`}`))
      expect(page.total).toBe(all.total)
      names.push(...page.accounts.map(({ userName }) => userName))
      next = page.next
    }
    expect(names).toEqual(all.accounts.map(({ userName }) => userName))
    expect(names).toEqual([...names].sort())
    const found = async (words: string) =>
      told(await qin.get(`/api/accounts?search=${encodeURIComponent(words)}`)).accounts.map(
        (one) => one.userName,
      )
    expect(await found('SU.')).toEqual(['su.qing'])
    expect(await found('苏 qing')).toEqual(['su.qing'])
    expect(await found('%')).toEqual([])
    for (const after of ['x', 'W10', 'WzFd', 'WyJhIiwiYiJd', 'WyJcdTAwMDAiXQ'])
      expect(refusals(await qin.get(`/api/accounts?after=${after}`))).toEqual(['badCursor after'])
  })

  test('leaves a trail of every change, and no password in it', async () => {
    const noted = await trail()
    const changes = new Set(noted.map(({ detail }) => detail.change))
    expect([...changes].sort()).toEqual(['end', 'make', 'ownPassword', 'reopen', 'reset', 'roles'])
    expect(noted.find(({ detail }) => detail.change === 'roles')).toEqual({
      by: '秦朗',
      detail: {
        change: 'roles',
        account: expect.any(String),
        userName: 'meng',
        before: ['gardener'],
        after: ['warden'],
      },
    })
    const known = ['change', 'account', 'userName', 'person', 'roles', 'before', 'after']
    for (const { detail } of noted) for (const key of Object.keys(detail)) expect(known, key).toContain(key)
  })
})

describe('what waits for nobody else', () => {
  const workOf = async (userName: string) => {
    const { id } = await accountOf(qin, userName)
    return told(await qin.get(`/api/accounts/${id}`)).work.filter(({ register }) => register === 'fault')
  }

  test('is what is given to a person, and the steps that only they can take where they are', async () => {
    expect(await workOf('zhou')).toEqual([])
    await notifiedFault(office)
    const team = await office.idOf('organ', '东园修缮组')
    const given = {
      register: 'fault',
      why: 'given',
      states: ['found', 'notified', 'submitted', 'verified'],
      field: 'person',
      of: await office.idOf('person', '周禾'),
      records: 1,
    }
    const alone = {
      register: 'fault',
      why: 'nobodyElse',
      states: ['notified'],
      field: 'owner',
      of: team,
      records: 1,
    }
    expect(await workOf('zhou')).toEqual([given, alone])
    await make('gu', '顾青', '东园修缮组', ['gardener'])
    expect(await workOf('zhou')).toEqual([given])
    expect(told(await grant(qin, 'zhou', 'end')).work).toEqual([given])
    expect(await workOf('gu')).toEqual([alone])
  })

  test('is counted as the list that leads to it counts it', async () => {
    await foundFault(office)
    await grant(qin, 'meng', 'end')
    const he = (await workOf('he')).filter(({ field }) => field === 'foundBy')
    expect(he).toHaveLength(1)
    const [{ states, field, of, records }] = he as [(typeof he)[number]]
    const filter = JSON.stringify({ state: states, [field!]: of })
    const list = await qin.get(`/api/registers/fault/records?filter=${encodeURIComponent(filter)}`)
    expect(done(list).total).toBe(records)
    expect(records).toBeGreaterThan(0)
  })
})
