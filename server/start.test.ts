import { mkdtemp, rm, stat } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { readConfig, socketPath } from './config.ts'
import { type Running, startServer } from './start.ts'
import { type Office, openOffice } from './testing/office.ts'
import { packs } from './testing/template.ts'

let office: Office
let databaseUrl: string
let dataDir: string
const running: Running[] = []

beforeAll(async () => {
  office = await openOffice()
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(
    office.house.database,
  )
  databaseUrl = inject('cluster').replace(/\/postgres(\?|$)/, `/${rows[0]!.name}$1`)
  dataDir = await mkdtemp(join(tmpdir(), 'anzhi-start-'))
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})
afterAll(async () => {
  await office.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function start(port = 0): Promise<Running> {
  const config = { ...readConfig({ ANZHI_LOG: 'silent' }), port, databaseUrl, dataDir }
  const server = await startServer({ config, packs })
  running.push(server)
  return server
}

/** Asks through the installation's own socket. */
function ask(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const call = request(
      { socketPath: socketPath(dataDir), path, headers, method, agent: false },
      (answer) => {
        let body = ''
        answer.setEncoding('utf8').on('data', (part: string) => {
          body += part
        })
        answer.on('end', () => resolve({ status: answer.statusCode!, body }))
      },
    )
    call.on('error', reject)
    call.end()
  })
}

test('through the installation’s own socket people are called by name, and over the network they are not', async () => {
  const { url } = await start()
  const named = await ask('/api/session', { 'x-anzhi-as': 'he' })
  expect([named.status, JSON.parse(named.body).name]).toEqual([200, '何田'])
  for (const name of ['nobody', '', '%zz', '%00', encodeURIComponent("he' or true --")]) {
    expect((await ask('/api/session', { 'x-anzhi-as': name })).status, name).toBe(401)
  }
  expect((await ask('/api/session', {})).status).toBe(401)
  const outside = await fetch(`${url}/api/session`, { headers: { 'x-anzhi-as': 'he' } })
  expect(outside.status).toBe(401)
})

test('the socket is for the installation’s own user alone', async () => {
  await start()
  const { mode } = await stat(socketPath(dataDir))
  expect(mode & 0o777).toBe(0o600)
  // A write needs no header against forgery there: no browser can come in.
  expect((await ask('/api/session', { 'x-anzhi-as': 'he' }, 'DELETE')).status).toBe(200)
})

test('stopping answers what is under way, takes nothing new, and leaves no socket', async () => {
  const { url, stop } = await start()
  // 何田's account is held, so that her signing in stands in its midst when the house is stopped.
  const [answer, stopped] = await office.house.database.transaction().execute(async (db) => {
    await sql`select * from anzhi.account where user_name = 'he' for update`.execute(db)
    const slow = signIn(url!)
    await somebodyWaits()
    return [slow, stop()] as const
  })
  expect((await answer).status).toBe(200)
  await stopped
  await stop()
  await expect(fetch(`${url}/api/health`)).rejects.toThrow()
  await expect(ask('/api/health', {})).rejects.toMatchObject({ code: 'ENOENT' })
})

function signIn(url: string): Promise<Response> {
  const body = JSON.stringify({ userName: 'he', password: 'garden-gate-2022' })
  const headers = { 'x-anzhi': 'test', 'content-type': 'application/json' }
  return fetch(`${url}/api/session`, { method: 'POST', headers, body })
}

async function somebodyWaits(): Promise<void> {
  for (let round = 0; round < 500; round += 1) {
    const { rows } = await sql`
      select from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where not l.granted and a.datname = current_database()`.execute(office.house.database)
    if (rows.length > 0) return
    await delay(10)
  }
  throw new Error('nobody waits')
}

test('a second start over the same folder finds the socket that a killed one left', async () => {
  const first = await start()
  await first.stop()
  const left = await leaveSocket()
  await start()
  expect((await ask('/api/health', {})).status).toBe(200)
  left.close()
})

/** A socket file without anybody behind it, as after SIGKILL. */
async function leaveSocket(): Promise<Server> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(socketPath(dataDir), resolve))
  return server
}

test('where the port is taken, nothing stays open', async () => {
  const { url } = await start()
  const port = Number(new URL(url!).port)
  const other = await mkdtemp(join(tmpdir(), 'anzhi-start-'))
  const config = { ...readConfig({ ANZHI_LOG: 'silent' }), port, databaseUrl, dataDir: other }
  await expect(startServer({ config, packs })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await expect(stat(socketPath(other))).rejects.toMatchObject({ code: 'ENOENT' })
  expect((await fetch(`${url}/api/health`)).status).toBe(200)
  await rm(other, { recursive: true, force: true })
})
