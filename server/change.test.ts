import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Pack } from '@anzhi/engine/pack'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { buildApp } from './http/app.ts'
import { type OpenHouse, openHouse } from './open-house.ts'
import { type Database, openDatabase } from './store/db.ts'
import { disagreements } from './testing/agree.ts'
import { type Office, openOffice } from './testing/office.ts'
import { shapeOf, sourceWith, withoutFigures } from './testing/packs.ts'
import { playSeason } from './testing/season.ts'
import { packs } from './testing/template.ts'
import { back, there, thereNames } from './testing/there-and-back.ts'
import { done } from './testing/work.ts'

let office: Office
let folder: string

beforeEach(async () => {
  office = await openOffice()
  folder = await mkdtemp(join(tmpdir(), 'anzhi-change-'))
})
afterEach(async () => {
  await office.close()
  await rm(folder, { recursive: true, force: true })
})

const config = () => ({ ...readConfig({}), dataDir: folder, databaseUrl: office.url })

/** Another server over the same database. */
async function neighbour(): Promise<{ house: OpenHouse; app: Office['app']; close: () => Promise<void> }> {
  const house = await openHouse(config(), packs, () => {})
  const app = await buildApp(house, false)
  return {
    house,
    app,
    close: async () => {
      await app.close()
      await house.close()
    },
  }
}

/** Somebody at one of two doors, who knows the names of the pack that they last saw. */
class Client {
  version = ''
  names: Record<string, string> = {}
  /** What was answered: records made, and how often each was corrected. */
  readonly made = new Map<string, number>()
  refused = 0
  readonly app: Office['app']
  readonly cookie: string

  constructor(app: Office['app'], cookie: string) {
    this.app = app
    this.cookie = cookie
  }

  async ask(method: 'GET' | 'POST', url: string, payload?: object) {
    const headers = { cookie: this.cookie, 'x-anzhi': 'test', 'x-anzhi-pack': this.version }
    const answer = await this.app.inject({
      method,
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    })
    return { status: answer.statusCode, body: answer.json(), version: String(answer.headers['x-anzhi-pack']) }
  }

  async look(): Promise<void> {
    const { body, version, status } = await this.ask('GET', '/api/pack')
    expect(status).toBe(200)
    this.version = version
    const isThere = (body as Pack).registers.fault!.fields.outlay !== undefined
    this.names = isThere ? thereNames : {}
  }

  /** Does something; what was refused because the pack had changed is looked at again. */
  async act(payload: { id: string; act: string; values: Record<string, unknown>; version: number }) {
    const answer = await this.ask('POST', '/api/acts', { register: 'fault', ...payload })
    if (answer.status === 200) {
      this.made.set(payload.id, payload.version + 1)
      return true
    }
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500)
    const codes = (answer.body as { problems: { code: string }[] }).problems.map(({ code }) => code)
    expect(codes, JSON.stringify(answer.body)).toContain('packChanged')
    this.refused += 1
    await this.look()
    return false
  }

  name(own: string): string {
    return this.names[own] ?? own
  }
}

/** Finds a fault, corrects what it costs, looks at it, its history, the list and the figures. */
async function round(client: Client, given: Record<string, unknown>): Promise<void> {
  const id = uuidv7()
  const values = () => ({ ...given, grade: client.name('serious'), [client.name('cost')]: '1.50' })
  while (!(await client.act({ id, act: 'create', version: 0, values: values() }))) {}
  const cost = () => ({ [client.name('cost')]: '2.50' })
  while (!(await client.act({ id, act: 'correct', version: 1, values: cost() }))) {}
  const addresses = [
    `/api/registers/fault/records/${id}`,
    `/api/registers/fault/records/${id}/history`,
    '/api/registers/fault/records?limit=5',
    '/api/figures',
  ]
  for (const address of addresses) {
    const { status, body } = await client.ask('GET', address)
    expect(status, `${address}: ${JSON.stringify(body)}`).toBe(200)
  }
}

test('while two servers answer, packs change there and back: nothing fails, and all tell one story', async () => {
  await playSeason(office)
  const second = await neighbour()
  const signIn = async (app: Office['app']) => {
    const payload = { userName: 'he', password: 'garden-gate-2022' }
    const headers = { 'x-anzhi': 'test' }
    const answer = await app.inject({ method: 'POST', url: '/api/session', headers, payload })
    return new Client(app, String(answer.headers['set-cookie']).split(';')[0]!)
  }
  const clients = await Promise.all([office.app, second.app, office.app, second.app].map(signIn))
  for (const client of clients) await client.look()
  const before = done(await (await office.as('lin')).get('/api/figures')).figures
  const given = {
    what: '水管漏水',
    foundOn: '2022-10-20',
    plot: { id: await office.idOf('plot', 'D-01') },
    foundBy: { id: await office.idOf('organ', '东园') },
  }
  let isOver = false
  const traffic = clients.map(async (client) => {
    while (!isOver) await round(client, given)
  })
  const qin = await office.as('qin')
  const answers: string[] = []
  for (let n = 0; n < 6; n += 1) {
    await delay(300)
    const answer = await qin.post('/api/pack/apply', { packs: [sourceWith(n % 2 === 0 ? there : back)] })
    answers.push(answer.status === 200 ? 'applied' : String(answer.bytes))
  }
  isOver = true
  await Promise.all(traffic)
  expect(answers).toEqual(Array(6).fill('applied'))
  expect(await disagreements(office.house)).toEqual([])
  const made = clients.flatMap((client) => [...client.made])
  expect(made.length).toBeGreaterThan(10)
  expect(made.every(([, version]) => version === 2)).toBe(true)
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from anzhi.event e
    join ledger.fault f on f.id = e.record where f.id = any(${made.map(([id]) => id)}::uuid[])`.execute(
    office.house.database,
  )
  expect(rows[0]!.n).toBe(made.length * 2)
  // Somebody had something ready when the names changed, and was told.
  expect(clients.reduce((sum, { refused }) => sum + refused, 0)).toBeGreaterThan(0)
  expect(second.house.packVersion).toBe(office.house.packVersion)
  const after = done(await (await office.as('lin')).get('/api/figures')).figures
  const countOf = (figures: typeof before, id: string) =>
    figures.find(({ indicator }) => indicator === id)!.value
  expect(Number(countOf(after, 'seriousFaults'))).toBe(Number(countOf(before, 'seriousFaults')) + made.length)
  await second.close()
})

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const program = fileURLToPath(new URL('testing/change-packs.ts', import.meta.url))

function changing(to: 'there' | 'back'): ChildProcess {
  const args = ['--import', tsx, program, office.url, folder, to]
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
}

function ended(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once('exit', resolve))
}

/** Which pack holds, and the whole shape of the database under it. */
async function standing(): Promise<string[]> {
  const { rows } = await sql<{ version: string }>`
    select version from anzhi.pack_change order by n desc limit 1`.execute(office.house.database)
  return [rows[0]!.version, ...(await shapeOf(office.house.database))]
}

test('a change that dies in its midst leaves the pack that was, whole', async () => {
  await playSeason(office)
  const before = await standing()
  const holder = openDatabase({ url: office.url, max: 2 })
  await holder.transaction().execute(async (db) => {
    // The change gets as far as the roles, and waits: tables and columns have their new names by then.
    await sql`select from anzhi.account for update`.execute(db)
    const child = changing('there')
    const end = ended(child)
    await somebodyWaits(holder)
    child.kill('SIGKILL')
    await end
  })
  await holder.destroy()
  expect(await standing()).toEqual(before)
  expect(await disagreements(office.house)).toEqual([])
  done(await (await office.as('lin')).get('/api/figures'))
})

async function somebodyWaits(owner: Database): Promise<void> {
  for (let round = 0; round < 3_000; round += 1) {
    const { rows } = await sql`select from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where not l.granted and a.datname = current_database() and a.query like 'update %'`.execute(owner)
    if (rows.length > 0) return
    await delay(10)
  }
  throw new Error('nobody waits')
}

test('killed at any moment, it leaves the one or the other', async () => {
  await playSeason(office)
  const first = await standing()
  const child = changing('there')
  expect(await ended(child)).toBe(0)
  const second = await standing()
  const took = 400
  for (let n = 0; n < 6; n += 1) {
    const [version] = await standing()
    const killed = changing(version === second[0] ? 'back' : 'there')
    const end = ended(killed)
    await new Promise((resolve) => killed.stdout!.once('data', resolve))
    await delay(Math.random() * took)
    killed.kill('SIGKILL')
    await end
    const now = await standing()
    const whole = now[0] === second[0] ? second : first
    expect(now.slice(1)).toEqual(whole.slice(1))
    done(await (await office.as('lin')).get('/api/figures'))
    expect(await disagreements(office.house)).toEqual([])
  }
})

test('a server that is given packs by which something would be lost says all of it, and does not start', async () => {
  await playSeason(office)
  const before = await standing()
  const source = sourceWith(withoutFigures, ({ options }) => {
    options['fault-grade'] = ['minor']
  })
  const start = openHouse(config(), [source], () => {})
  await expect(start).rejects.toMatchObject({
    name: 'PlanProblem',
    message: expect.stringContaining('台账 fault 的字段 grade：选项 serious 不能去掉，有 2 条记录用到它'),
  })
  await expect(start).rejects.toThrow(/cannot lose the option serious, 2 records have it/)
  expect(await standing()).toEqual(before)
})
