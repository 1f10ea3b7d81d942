import { type Endpoint, endpoints } from '@anzhi/engine/api'
import { administratorRole } from '@anzhi/engine/pack'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountOf, newPerson, told } from '../testing/accounts.ts'
import { type Answer, type Caller, type Office, openOffice } from '../testing/office.ts'

const routes = Object.entries(endpoints as Record<string, Endpoint>).filter(([, { path }]) =>
  path.startsWith('/api/accounts'),
)
const callers: Record<string, Caller> = {}
const bodies: Record<string, object> = {
  makeAccount: { userName: 'new.one', person: uuidv7(), roles: ['warden'] },
  changeRoles: { version: 1, roles: ['steward'] },
}
let office: Office
let target: string

beforeAll(async () => {
  office = await openOffice()
  const qin = await office.as('qin')
  const { roles } = told(await qin.get('/api/accounts'))
  const everybodyElse = roles.filter((role) => role !== administratorRole)
  expect(everybodyElse.length).toBeGreaterThan(2)
  for (const role of everybodyElse) callers[role] = await holderOf([role])
  callers['every role but one'] = await holderOf(everybodyElse)
  target = (await accountOf(qin, 'he')).id
})
afterAll(() => office.close())

/** Somebody new with these roles and a password of their own. */
async function holderOf(roles: string[]): Promise<Caller> {
  const userName = `holder-${roles.join('-')}`.slice(0, 40)
  const person = await newPerson(office, userName, '园务处')
  const { password } = told(await (await office.as('qin')).post('/api/accounts', { userName, person, roles }))
  const caller = await office.signIn(userName, password)
  const changed = await caller.post('/api/account/password', {
    current: password,
    password: 'Beans-on-7-poles',
  })
  expect(changed.status).toBe(200)
  return caller
}

function ask(caller: Caller, name: string, { method, path }: Endpoint): Promise<Answer> {
  const url = path.replace(':id', target)
  return method === 'GET' ? caller.get(url) : caller.post(url, bodies[name] ?? { version: 1 })
}

/** All that is known of accounts, and all that was noted. */
async function everything(): Promise<unknown> {
  const { rows } = await sql`select (select jsonb_agg(a order by a.id) from anzhi.account a) as accounts,
    (select count(*) from anzhi.trail where what = 'grant') as grants`.execute(office.house.database)
  return rows
}

test('every route under /api/accounts says in the contract that it is for administrators', () => {
  expect(routes.map(([name]) => name).sort()).toEqual([
    'changeRoles',
    'endAccount',
    'listAccounts',
    'makeAccount',
    'readAccount',
    'reopenAccount',
    'resetPassword',
  ])
  for (const [name, { administrators }] of routes) expect(administrators, name).toBe(true)
})

describe.each(routes)('%s', (name, endpoint) => {
  test('is refused to every role but the administrator, and changes nothing', async () => {
    const before = await everything()
    for (const [role, caller] of Object.entries(callers)) {
      const answer = await ask(caller, name, endpoint)
      expect([answer.status, answer.body], role).toEqual([
        403,
        { problems: [{ code: 'administratorsOnly' }] },
      ])
    }
    const answer = await ask(office.stranger, name, endpoint)
    expect([answer.status, answer.body]).toEqual([401, { problems: [{ code: 'signedOut' }] }])
    expect(await everything()).toEqual(before)
  })

  test('is open to an administrator, whose wish is looked at', async () => {
    const { status } = await ask(await office.as('qin'), name, endpoint)
    expect([401, 403]).not.toContain(status)
    expect(status).toBeLessThan(500)
  })
})

test('a password from the machine itself is given over its own socket alone', async () => {
  for (const caller of [office.stranger, ...Object.values(callers), await office.as('qin')]) {
    const answer = await caller.post('/api/account/reset', { userName: 'he' })
    expect([answer.status, answer.body]).toEqual([404, { problems: [{ code: 'notFound' }] }])
  }
})

test('whoever is made an administrator is one at once, and is none any more at once', async () => {
  const qin = await office.as('qin')
  const warden = callers.warden!
  const roles = async (given: string[]) => {
    const { id, version } = await accountOf(qin, 'holder-warden')
    return (await qin.post(`/api/accounts/${id}/roles`, { version, roles: given })).status
  }
  expect(await roles(['warden', 'administrator'])).toBe(200)
  expect((await warden.get('/api/accounts')).status).toBe(200)
  expect(await roles(['warden'])).toBe(200)
  expect((await warden.get('/api/accounts')).status).toBe(403)
})
