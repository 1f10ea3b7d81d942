import type { Day } from '../../calendar/index.ts'
import type { Pack, Register } from '../../pack/index.ts'
import type { Result } from '../../problem/index.ts'
import { type Actor, applyAct, type Change, type Known, type LivingRecord, type Values } from '../index.ts'
import { allotment, fault, idOf } from './allotment.ts'

/** 园务处 over 东园 and 西园. */
export const organs = { office: idOf(1), east: idOf(2), west: idOf(3) }

function person(n: number, name: string, organ: keyof typeof organs, ...roles: string[]): Actor {
  const path = organ === 'office' ? [organs.office] : [organs.office, organs[organ]]
  return { account: idOf(900 + n), person: idOf(n), name, district: '990901', organPath: path, roles }
}

/** The people of the tests. */
export const lin = person(11, '林晚', 'office', 'steward')
export const he = person(12, '何田', 'east', 'warden')
export const bai = person(13, '白露', 'west', 'warden')
export const zhou = person(14, '周禾', 'east', 'gardener')
export const tao = person(15, '陶然', 'west', 'gardener')
export const qin = person(16, '秦朗', 'office', 'administrator')
/** Mends and inspects: the garden is small. */
export const su = person(17, '苏荷', 'east', 'gardener', 'warden')

export interface Doing {
  values?: Values
  day?: Day
  reason?: string
  tags?: string[]
  today?: Day
  pack?: Pack
  register?: Register
  known?: Known
}

export const today = '2022-10-31'
export const theRecord = idOf(500)

/** What comes of somebody doing something. */
export function attempt(
  record: LivingRecord | null,
  actor: Actor,
  act: string,
  doing: Doing = {},
): Result<Change> {
  const { pack = allotment, register = fault, values = {}, today: now = today, known, ...rest } = doing
  return applyAct(
    { pack, register, record, actor, today: now, known },
    { act, id: theRecord, values, ...rest },
  )
}

/** The change, where it must succeed. */
export function change(record: LivingRecord | null, actor: Actor, act: string, doing?: Doing): Change {
  const result = attempt(record, actor, act, doing)
  if (!result.ok) throw new Error(`${actor.name} ${act}: ${JSON.stringify(result.problems)}`)
  return result.value
}

/** The record after it, where it must succeed. */
export function after(record: LivingRecord | null, actor: Actor, act: string, doing?: Doing): LivingRecord {
  const { id, version, state, values, spans } = change(record, actor, act, doing)
  return { id, version, state, values, spans }
}

/** `code field` of every problem, where it must fail. */
export function refusals(record: LivingRecord | null, actor: Actor, act: string, doing?: Doing): string[] {
  const result = attempt(record, actor, act, doing)
  if (result.ok) throw new Error(`${actor.name} ${act}: was not refused`)
  return result.problems.map(({ code, field }) => (field === undefined ? code : `${code} ${field}`))
}

export const link = (id: string) => ({ id, text: null })
export const onDay = (date: Day) => ({ kind: 'day', date, text: null })
export const picture = idOf(700)

export const leakingTap: Values = {
  what: '水管滴漏',
  plot: link(idOf(21)),
  grade: 'minor',
  foundOn: '2022-10-10',
  foundBy: link(organs.east),
}
export const orders: Values = { owner: link(organs.east), person: link(idOf(14)), due: onDay('2022-10-20') }
export const mended = { values: { after: [picture] } }

/** A minor fault that 何田 found in 东园 on the 10th; notified on the 11th; mended by 周禾 on the 18th. */
export function found(values: Values = {}): LivingRecord {
  return after(null, he, 'create', { values: { ...leakingTap, ...values } })
}
export function notified(values: Values = {}): LivingRecord {
  return after(found(), he, 'notify', { values: { ...orders, ...values }, day: '2022-10-11' })
}
export function submitted(by: Actor = zhou): LivingRecord {
  return after(notified(), by, 'submit', { ...mended, day: '2022-10-18' })
}
export function verified(): LivingRecord {
  return after(submitted(), he, 'verify', { day: '2022-10-20' })
}

/** A life in one line each: act, state, from, until. */
export function lifeOf({ spans }: Pick<LivingRecord, 'spans'>): string[] {
  return spans.map(({ act, state, from, until }) => `${act} ${state} ${from} ${until ?? '…'}`)
}
