import { composePacks, getRegister, type Pack } from '@anzhi/engine/pack'
import { type Actor, applyAct, type LivingRecord } from '@anzhi/engine/record'
import base from '../../base/pack.ts'
import campaign from '../pack.ts'
import type { Demo, DemoAct } from './demo.ts'

/** Records in memory: by register, then by the key that the demonstration gives them. */
export interface Told {
  pack: Pack
  records: Map<string, Map<string, LivingRecord>>
}

function composed(): Pack {
  const result = composePacks([base, campaign])
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** The same id for the same key, always. */
function idsOf(demo: Demo): Map<string, string> {
  const keys = [...demo.acts.map(({ record }) => record), ...demo.files.map(({ key }) => `file:${key}`)]
  const numbered = [...new Set(keys)].map((key, n): [string, string] => {
    return [key, `00000000-0000-7000-8000-${String(n + 1).padStart(12, '0')}`]
  })
  return new Map(numbered)
}

/** Values with `@key` and `@file:key` replaced by ids; a key that nobody made is an error. */
function resolved(value: unknown, ids: Map<string, string>): unknown {
  if (typeof value === 'string' && value.startsWith('@')) {
    const id = ids.get(value.slice(1))
    if (id === undefined) throw new Error(`nothing is called ${value}`)
    return id
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((part) => resolved(part, ids))
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, resolved(part, ids)]))
}

function actorOf(demo: Demo, as: string, ids: Map<string, string>): Actor {
  const account = demo.accounts.find(({ userName }) => userName === as)
  if (account === undefined) throw new Error(`nobody signs in as ${as}`)
  const made = (key: string) =>
    demo.acts.find(({ record, act }) => record === key && act === 'create')!.values
  const keyIn = (link: unknown) => (link as { id: string } | undefined)?.id.slice(1)
  const path: string[] = []
  for (
    let organ = keyIn(made(account.person).organ);
    organ !== undefined;
    organ = keyIn(made(organ).parent)
  ) {
    path.unshift(ids.get(organ)!)
  }
  const who = { account: as, person: ids.get(account.person)!, name: as }
  return { ...who, district: demo.district.id, organPath: path, roles: account.roles }
}

/** Performs every act in memory, in order, the clock standing at the day of each; the first refusal throws. */
export function replay(demo: Demo): Told {
  const told: Told = { pack: composed(), records: new Map() }
  const ids = idsOf(demo)
  for (const one of demo.acts) perform(told, demo, one, ids)
  return told
}

function perform({ pack, records }: Told, demo: Demo, one: DemoAct, ids: Map<string, string>): void {
  const register = getRegister(pack, one.register)
  const living = records.get(one.register) ?? new Map<string, LivingRecord>()
  records.set(one.register, living)
  const record = living.get(one.record) ?? null
  const situation = { pack, register, record, actor: actorOf(demo, one.as, ids), today: one.day }
  const values = resolved(one.values, ids) as Record<string, unknown>
  const wish = { act: one.act, id: ids.get(one.record)!, values, day: one.day }
  const change = applyAct(situation, one.reason === undefined ? wish : { ...wish, reason: one.reason })
  if (!change.ok) throw new Error(`${JSON.stringify(one)} ${JSON.stringify(change.problems)}`)
  living.set(one.record, change.value)
}
