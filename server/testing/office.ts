import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnswerOf, endpoints } from '@anzhi/engine/api'
import type { Problem } from '@anzhi/engine/problem'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { inject } from 'vitest'
import { readConfig } from '../config.ts'
import { buildApp } from '../http/app.ts'
import { type OpenHouse, openHouse } from '../open-house.ts'
import { openDatabase } from '../store/db.ts'
import { holdToContract } from './contract.ts'
import { packs, templateName } from './template.ts'

/** What the door answered. */
export interface Answer {
  status: number
  body: Body
  headers: Record<string, unknown>
  bytes: Buffer
}

/**
 * All that the answers of the contract may carry, by their names there. Which of it is in an answer, and what it
 * is, is what the test says; what is not there is undefined.
 */
export type Body = { problems: Problem[]; alive: boolean; ready: boolean } & Shown &
  AnswerOf<typeof endpoints.whoAmI> &
  AnswerOf<typeof endpoints.uploadFile> &
  Omit<AnswerOf<typeof endpoints.listRecords>, 'records' | 'next'> &
  AnswerOf<typeof endpoints.readHistory> &
  AnswerOf<typeof endpoints.listFigures> &
  AnswerOf<typeof endpoints.readFigure> &
  AnswerOf<typeof endpoints.readReport> &
  AnswerOf<typeof endpoints.planPack> & {
    records: (Shown & { row: number | null; amount: string | null; unit: string | null })[]
    next: string | null
  }

interface Shown {
  id: string
  version: number
  state: string
  title: string
  values: Record<string, unknown>
  mergedInto: string | null
}

/** A request as it comes: with these headers and no others. */
export interface Knock {
  method?: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'PATCH'
  url: string
  headers?: Record<string, string>
  payload?: unknown
}

/** Somebody at the door: a named person with a session of their own, or a stranger. */
export interface Caller {
  get: (path: string) => Promise<Answer>
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>
  del: (path: string) => Promise<Answer>
  /** Does an act; a new id and version 0 unless said. */
  act: (register: string, act: string, request: ActRequest) => Promise<Answer>
  hand: (name: string, content: Buffer) => Promise<Answer>
}

export interface ActRequest {
  id?: string
  version?: number
  values?: Record<string, unknown>
  day?: string
  reason?: string
  tags?: string[]
  onBehalfOf?: { organ: string; paper: string }
  key?: string
}

export interface Office {
  house: OpenHouse
  /** Of its database, as the owner of the tables. */
  url: string
  app: Awaited<ReturnType<typeof buildApp>>
  as: (userName: string) => Promise<Caller>
  /** Another session of the same person. */
  signIn: (userName: string, password?: string) => Promise<Caller>
  /** Nobody: signed in as no one. */
  stranger: Caller
  knock: (request: Knock) => Promise<Answer>
  /** The id of an organ, person or plot of the garden, by its name or code. */
  idOf: (register: string, name: string) => Promise<string>
  /** How many rows there are in every table: the same before and after what must change nothing. */
  census: () => Promise<Record<string, number>>
  close: () => Promise<void>
}

const password = 'garden-gate-2022'

/** A garden office of its own for one test file: a copy of the template, behind the real HTTP application. */
export async function openOffice(): Promise<Office> {
  const url = await copyTemplate()
  const folder = await mkdtemp(join(tmpdir(), 'anzhi-office-'))
  const config = { ...readConfig({}), dataDir: folder, databaseUrl: url }
  const house = await openHouse(config, packs, () => {})
  const app = await buildApp(house, false)
  const sessions = new Map<string, Promise<Caller>>()
  return {
    house,
    url,
    app,
    as: (userName) => {
      if (!sessions.has(userName)) sessions.set(userName, signInTo(app, userName))
      return sessions.get(userName)!
    },
    signIn: (userName, secret) => signInTo(app, userName, secret),
    stranger: callerWith(app, undefined),
    knock: (request) => knock(app, request),
    idOf: (register, name) => idOf(house, register, name),
    census: () => censusOf(house),
    close: async () => {
      await app.close()
      await house.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function copyTemplate(): Promise<string> {
  const cluster = inject('cluster')
  const name = `office_${randomUUID().replaceAll('-', '')}`
  const db = openDatabase({ url: cluster, max: 1 })
  try {
    await sql`create database ${sql.id(name)} template ${sql.id(templateName)}`.execute(db)
  } finally {
    await db.destroy()
  }
  return cluster.replace(/\/postgres(\?|$)/, `/${name}$1`)
}

/** A session of a person in any application over the garden's people. */
export async function signInTo(app: Office['app'], userName: string, secret = password): Promise<Caller> {
  const answer = await callerWith(app, undefined).post('/api/session', { userName, password: secret })
  if (answer.status !== 200) throw new Error(`${userName} could not sign in: ${answer.bytes}`)
  return callerWith(app, cookieIn(answer))
}

/** The session cookie that an answer sets, as it is sent back. */
export function cookieIn({ headers }: Answer): string {
  return String(headers['set-cookie']).split(';')[0]!
}

async function knock(
  app: Office['app'],
  { method = 'GET', url, headers = {}, payload }: Knock,
): Promise<Answer> {
  const answer = await app.inject({
    method,
    url,
    headers,
    ...(payload === undefined ? {} : { payload: payload as Buffer | object }),
  })
  const json = String(answer.headers['content-type']).startsWith('application/json')
  const body: unknown = json ? answer.json() : {}
  if (json) holdToContract(method, url, answer.statusCode, body)
  return {
    status: answer.statusCode,
    body,
    headers: answer.headers,
    bytes: answer.rawPayload,
  } as Answer
}

function callerWith(app: Office['app'], cookie: string | undefined): Caller {
  const own: Record<string, string> = { 'x-anzhi': 'test', ...(cookie === undefined ? {} : { cookie }) }
  const post: Caller['post'] = (url, payload, headers) =>
    knock(app, { method: 'POST', url, payload, headers: { ...own, ...headers } })
  return {
    get: (url) => knock(app, { url, headers: own }),
    post,
    del: (url) => knock(app, { method: 'DELETE', url, headers: own }),
    act: (register, act, { id = uuidv7(), version = 0, values = {}, key, ...rest }) =>
      post(
        '/api/acts',
        { register, act, id, version, values, ...rest },
        key === undefined ? {} : { 'idempotency-key': key },
      ),
    hand: (name, content) =>
      post(`/api/files?name=${encodeURIComponent(name)}`, content, {
        'content-type': 'application/octet-stream',
      }),
  }
}

async function idOf({ database }: OpenHouse, register: string, name: string): Promise<string> {
  const column = register === 'plot' ? 'code' : 'name'
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.id('ledger', register)} where ${sql.id(column)} = ${name}`.execute(database)
  if (rows.length !== 1) throw new Error(`${rows.length} records of ${register} are called ${name}`)
  return rows[0]!.id
}

/** Sessions, and who came and went, are no business; everything else is counted. */
export async function censusOf({ database }: OpenHouse): Promise<Record<string, number>> {
  const tables = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables where schemaname in ('anzhi', 'ledger')
      and tablename not in ('session', 'account', 'sign_in_failure', 'trail') order by 1, 2`.execute(database)
  const counts: Record<string, number> = {}
  for (const { schema, name } of tables.rows) {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::integer as n from ${sql.id(schema, name)}`.execute(database)
    counts[`${schema}.${name}`] = rows[0]!.n
  }
  return counts
}
