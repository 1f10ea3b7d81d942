import { createHash } from 'node:crypto'
import { type Day, dayInShanghai } from '@anzhi/engine/calendar'
import { administratorRole } from '@anzhi/engine/pack'
import type { Values } from '@anzhi/engine/record'
import { v7 as uuidv7 } from 'uuid'
import type { Context, Seer } from '../context.ts'
import type { OpenHouse } from '../open-house.ts'
import { addAccount } from '../store/accounts/add-account.ts'
import { findByUserName } from '../store/accounts/seer.ts'
import { type Db, writing } from '../store/db.ts'
import { addDistrict, hasDistrict, setSetting } from '../store/districts.ts'
import { handIn } from '../store/hand-in.ts'
import { performAct } from '../store/perform-act.ts'
import { drawPicture } from './picture.ts'

/** An office as data: who there is, and what they did on which day, in order. */
export interface Demonstration {
  /** The day it is there; a real office has none and lives today. */
  today?: Day
  district: { id: string; name: string }
  /** The key of the organ that reports. */
  office: string
  accounts: { userName: string; password: string; isOneTime?: boolean; person: string; roles: string[] }[]
  files?: { key: string; name: string }[]
  acts: DemonstrationAct[]
}

export interface DemonstrationAct {
  /** A user name, or `server` for what is there before anybody can sign in. */
  as: string
  register: string
  /** A name for the record inside the demonstration; `{"id": "@key"}` in values points to it. */
  record: string
  act: string
  day?: Day
  reason?: string
  values: Values
}

interface Loading {
  house: OpenHouse
  db: Db
  demo: Demonstration
  ids: Map<string, string>
  versions: Map<string, number>
  actors: Map<string, Seer>
}

const setUpAccount = '00000000-0000-7000-8000-000000000001'

/**
 * Loads a demonstration through the same acts as any office's work, in one transaction: all of it or nothing.
 * Where the district is there already, nothing is done; says whether something was.
 */
export async function loadDemonstration(house: OpenHouse, demo: Demonstration): Promise<boolean> {
  return writing(house.database, async (db) => {
    if (await hasDistrict(db, demo.district.id)) return false
    const loading: Loading = { house, db, demo, ids: new Map(), versions: new Map(), actors: new Map() }
    await addDistrict(db, { ...demo.district, office: idOf(loading, demo.office) })
    if (demo.today !== undefined) await setSetting(db, 'demonstrationDay', demo.today)
    for (const act of demo.acts) await play(loading, act)
    for (const { userName } of demo.accounts) await actorOf(loading, userName)
    return true
  })
}

async function play(
  loading: Loading,
  { as, register, record, act, day, reason, values }: DemonstrationAct,
): Promise<void> {
  const context = await contextOf(loading, as, day ?? loading.demo.today ?? dayInShanghai(new Date()))
  const version = loading.versions.get(record) ?? 0
  const request = {
    register,
    act,
    version,
    day,
    reason,
    id: idOf(loading, record),
    values: await resolve(loading, context, values),
  }
  try {
    const change = await performAct(context, request as Parameters<typeof performAct>[1])
    loading.versions.set(record, change.version)
  } catch (error) {
    throw new Error(
      `the demonstration's ${act} on ${register} ${record} by ${as}: ${(error as Error).message}`,
    )
  }
}

/** The same key is the same record in every installation of the demonstration. */
function idOf({ ids, demo }: Loading, key: string): string {
  const known = ids.get(key)
  if (known !== undefined) return known
  const random = createHash('sha256').update(`${demo.district.id}/${key}`).digest()
  const id = uuidv7({
    msecs: Date.parse('2022-01-01T00:00:00Z') + ids.size * 1000,
    seq: ids.size,
    random: new Uint8Array(random.subarray(0, 16)),
  })
  ids.set(key, id)
  return id
}

async function contextOf(loading: Loading, as: string, today: Day): Promise<Context> {
  const { house, db } = loading
  const at = new Date(`${today}T09:30:00+08:00`)
  return {
    db,
    actor: await actorOf(loading, as),
    pack: house.pack,
    packVersion: house.packVersion,
    past: house.past,
    today,
    at,
    language: 'zh',
  }
}

/** Until an account's person is there, what is done in its name is the setting-up of the installation. */
async function actorOf(loading: Loading, as: string): Promise<Seer> {
  const known = loading.actors.get(as)
  if (known !== undefined) return known
  const account = loading.demo.accounts.find(({ userName }) => userName === as)
  if (account === undefined && as !== 'server') throw new Error(`the demonstration has no account ${as}`)
  const isThere = account !== undefined && loading.versions.has(account.person)
  return isThere ? addActor(loading, account) : setUpActor(loading.demo)
}

function setUpActor({ district }: Demonstration): Seer {
  return {
    account: setUpAccount,
    person: setUpAccount,
    userName: 'set-up',
    name: '初始设置',
    district: district.id,
    organPath: [],
    organs: [],
    roles: [administratorRole],
  }
}

async function addActor(
  loading: Loading,
  { userName, password, isOneTime = false, roles, person }: Demonstration['accounts'][number],
): Promise<Seer> {
  const { db, demo, actors } = loading
  await addAccount(db, {
    id: uuidv7(),
    district: demo.district.id,
    userName,
    password,
    isOneTime,
    roles,
    person: idOf(loading, person),
  })
  const actor = (await findByUserName(db, userName, demo.today ?? dayInShanghai(new Date())))!
  actors.set(userName, actor)
  return actor
}

/** Puts ids in the place of `@key`, and pictures in the place of `@file:key`. */
async function resolve(loading: Loading, context: Context, values: Values): Promise<Values> {
  const resolved: Values = {}
  for (const [field, value] of Object.entries(values))
    resolved[field] = await resolveValue(loading, context, value)
  return resolved
}

async function resolveValue(loading: Loading, context: Context, value: unknown): Promise<unknown> {
  if (typeof value === 'string' && value.startsWith('@file:'))
    return pictureOf(loading, context, value.slice(6))
  if (typeof value === 'string' && value.startsWith('@')) return idOf(loading, value.slice(1))
  if (Array.isArray(value)) return Promise.all(value.map((part) => resolveValue(loading, context, part)))
  if (typeof value === 'object' && value !== null) return resolve(loading, context, value as Values)
  return value
}

async function pictureOf(loading: Loading, context: Context, key: string): Promise<string> {
  const known = loading.ids.get(`file:${key}`)
  if (known !== undefined) return known
  const name = loading.demo.files?.find((file) => file.key === key)?.name ?? `${key}.png`
  const { id } = await handIn(context, loading.house.files, name, drawPicture(key))
  loading.ids.set(`file:${key}`, id)
  return id
}
