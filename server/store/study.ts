import { getRegister, type Without } from '@anzhi/engine/pack'
import type { Known, LivingRecord } from '@anzhi/engine/record'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../context.ts'
import { filterSql } from './filter-sql.ts'
import { namingSql } from './naming-sql.ts'
import { livingRecord, tableSql } from './records.ts'

/**
 * Locks of one row, each stronger than those before it. `share` holds off every act on the record, `update` also
 * everybody who would link to it.
 */
const strengths = ['key share', 'share', 'no key update', 'update'] as const
export type Lock = (typeof strengths)[number]

interface Wanted {
  register: string
  id: string
  lock: Lock
}

/**
 * What a decision asks of other records: looked up as it asks, then locked as one, in one order for everybody
 * (by register, then by record), so that no two wait for each other.
 */
export interface Study {
  context: Context
  records: Map<string, LivingRecord | undefined>
  /** The records that were asked for; others are only held. */
  asked: Set<string>
  facts: Map<string, { rule: Without; id: string; answer?: boolean }>
  wanted: Map<string, Wanted>
  held: Map<string, Wanted>
  /** The states of what is held. */
  states: Map<string, string>
  ids: string[]
}

/** Others changed meanwhile what was asked for, and it cannot be locked in order any more: begin anew. */
class Overtaken extends Error {
  // PostgreSQL's own code for it: whoever opened the transaction tries again.
  readonly code = '40001'
}

export function beginStudy(context: Context): Study {
  const empty = {
    records: new Map(),
    asked: new Set<string>(),
    facts: new Map(),
    wanted: new Map(),
    held: new Map(),
    states: new Map(),
  }
  return { context, ...empty, ids: [] }
}

/** Begins with the record of the act itself: others may link to it, and nobody may change it. */
export function beginWith(study: Study, register: string, record: LivingRecord): void {
  study.asked.add(keyOf(register, record.id))
  study.records.set(keyOf(register, record.id), record)
  want(study, register, record.id, 'no key update')
}

/** A record as it was last read; null when there is none. */
export function heldRecord(study: Study, register: string, id: string): LivingRecord | null {
  return study.records.get(keyOf(register, id)) ?? null
}

/** What the engine may ask; `isOpen` says which records the actor may name. */
export function knownIn(study: Study, isOpen: (register: string, id: string) => boolean): Known {
  const read = (register: string, id: string, lock: Lock) => {
    if (!isOpen(register, id)) return undefined
    study.asked.add(keyOf(register, id))
    want(study, register, id, lock)
    return study.records.get(keyOf(register, id))
  }
  return {
    recordOf: (register, id) => read(register, id, 'share'),
    changing: (register, id) => read(register, id, 'no key update'),
    isPointedAt: (rule, id) => {
      const key = JSON.stringify([rule, id])
      if (!study.facts.has(key)) study.facts.set(key, { rule, id })
      return study.facts.get(key)!.answer ?? false
    },
    newId: (n) => {
      study.ids[n] ??= uuidv7()
      return study.ids[n]
    },
  }
}

function keyOf(register: string, id: string): string {
  return `${register} ${id}`
}

/** Says that a record will be read under a lock. */
export function want({ wanted }: Study, register: string, id: string, lock: Lock): void {
  const key = keyOf(register, id)
  const before = wanted.get(key)
  if (before === undefined || strengths.indexOf(before.lock) < strengths.indexOf(lock))
    wanted.set(key, { register, id, lock })
}

/** The state of a record that is held. */
export function heldState({ states }: Study, register: string, id: string): string | undefined {
  return states.get(keyOf(register, id))
}

/** Looks up what was asked and is not known yet; says whether there was anything. */
async function lookUpAsked(study: Study): Promise<boolean> {
  const records = [...study.wanted].filter(([key]) => study.asked.has(key) && !study.records.has(key))
  for (const [key, { register, id }] of records) {
    study.records.set(key, await livingRecord(study.context, getRegister(study.context.pack, register), id))
  }
  const facts = [...study.facts.values()].filter(({ answer }) => answer === undefined)
  for (const fact of facts) fact.answer = await isPointedAt(study.context, fact.rule, fact.id)
  return records.length + facts.length > 0
}

/** Locks what is wanted and not yet held; says whether there was anything. What changed meanwhile is read anew. */
async function lockAll(study: Study): Promise<boolean> {
  const missing = [...study.wanted]
    .filter(([key, { lock }]) => lock !== study.held.get(key)?.lock)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  if (missing.length === 0) return false
  const last = [...study.held.keys()].sort().at(-1)
  if (last !== undefined && missing[0]![0] <= last) throw new Overtaken('records were changed meanwhile')
  for (const run of runsOf(missing.map(([, wanted]) => wanted))) await lockRun(study, run)
  for (const [key, wanted] of missing) study.held.set(key, wanted)
  for (const fact of study.facts.values()) fact.answer = undefined
  return true
}

/** Looks up what a reading asks for, without holding it, until it asks for nothing more. */
export async function reading<T>(study: Study, read: () => T): Promise<T> {
  for (;;) {
    const value = read()
    if (!(await lookUpAsked(study))) return value
  }
}

/**
 * Decides on what is found, holds what was asked for and what the changes name (`alsoHold`), and decides again:
 * until nothing more is asked for and everything that was asked for is held.
 */
export async function untilHeld<T>(
  study: Study,
  decide: () => Promise<T>,
  alsoHold: (decided: T) => void,
): Promise<T> {
  for (;;) {
    const decided = await decide()
    if (await lookUpAsked(study)) continue
    alsoHold(decided)
    if (!(await lockAll(study))) return decided
    await lookUpAsked(study)
  }
}

/** Neighbours that one statement can lock. */
function runsOf(wanted: readonly Wanted[]): Wanted[][] {
  const runs: Wanted[][] = []
  for (const one of wanted) {
    const [first] = runs.at(-1) ?? []
    if (first?.register === one.register && first.lock === one.lock) runs.at(-1)!.push(one)
    else runs.push([one])
  }
  return runs
}

async function lockRun({ context, records, states }: Study, run: readonly Wanted[]): Promise<void> {
  const { register, lock } = run[0]!
  const ids = run.map(({ id }) => id)
  const { rows } = await sql<{ id: string; version: number; state: string }>`
    select r.id, r.version, r.state from ${tableSql(getRegister(context.pack, register))}
    where r.district = ${context.actor.district} and r.id = any(${ids}::uuid[]) order by r.id
    for ${sql.raw(lock)}`.execute(context.db)
  for (const { id, version, state } of rows) {
    const key = keyOf(register, id)
    states.set(key, state)
    if (records.get(key)?.version !== version) records.delete(key)
  }
}

/** Is there a record that names this one and is like the rule says? What was withdrawn never was. */
async function isPointedAt({ db, actor, pack }: Context, rule: Without, id: string): Promise<boolean> {
  const register = getRegister(pack, rule.register)
  const { rows } = await sql`
    select 1 from ${tableSql(register)} where r.district = ${actor.district} and ${namingSql(register, register.fields[rule.by]!, id)}
    and r.state not in ('withdrawn', 'merged') and ${filterSql(register, rule.where)} limit 1`.execute(db)
  return rows.length > 0
}
