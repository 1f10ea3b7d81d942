import type { Pack, Register } from '@anzhi/engine/pack'
import {
  type Change,
  correctSpans,
  derivedValues,
  fillAct,
  type LivingRecord,
  ruleTags,
  same,
  toldTags,
  type Values,
} from '@anzhi/engine/record'
import type { Context } from '../../context.ts'
import { writeChanges } from '../change-record.ts'
import type { Db } from '../db.ts'
import { findScopes, readAllTags, writeTags } from '../tags.ts'
import { type Changer, ownAccount } from './changer.ts'
import { everyLife } from './every-life.ts'

/** Works out anew what follows from the values of every record; each that comes to something else gets an event. */
export async function deriveAll(
  db: Db,
  { pack, register, version }: { pack: Pack; register: Register; version: string },
  by: Changer,
): Promise<void> {
  for await (const { district, records } of everyLife(db, register)) {
    const context = contextOf(db, { pack, version, district }, by)
    for (const record of records) {
      const { values } = derivedValues({ pack, register, today: by.today }, record.values)
      const changed = Object.entries(values).filter(([field, value]) => !same(record.values[field], value))
      if (changed.length === 0) continue
      const change = filled(register, record, Object.fromEntries(changed), by)
      await writeChanges(context, [{ change, found: null }])
    }
  }
}

function filled(register: Register, record: LivingRecord, after: Values, { today }: Changer): Change {
  const before = Object.fromEntries(Object.keys(after).map((field) => [field, record.values[field] ?? null]))
  const isTracked = (field: string) => register.fields[field]!.spec.tracked === true
  const tracked = Object.fromEntries(Object.entries(after).filter(([field]) => isTracked(field)))
  return {
    ...{ register: register.id, act: fillAct, kind: 'correct', id: record.id, version: record.version + 1 },
    ...{
      state: record.state,
      values: { ...record.values, ...after },
      before,
      after,
      day: today,
      reason: null,
    },
    spans: correctSpans(record.spans, before, tracked),
  }
}

function contextOf(
  db: Db,
  { pack, version, district }: { pack: Pack; version: string; district: string },
  { account, name, today, at }: Changer,
): Context {
  const who = { account: account ?? ownAccount, person: account ?? ownAccount, name, userName: '' }
  const actor = { ...who, district, organPath: [], organs: [], roles: [] }
  return { db, actor, pack, packVersion: version, past: [], today, at, language: 'zh' }
}

/** Puts into scopes what the rules of the pack put there now; what was said of a record stays. */
export async function rebuildTags(db: Db, register: Register, pack: Pack): Promise<void> {
  if (register.tags === null) return
  const keys = register.tags.rules.map(({ scope }) => scope)
  const scopes = new Map<string, Map<string, string>>()
  for await (const { district, records } of everyLife(db, register)) {
    const asker = { db, pack, actor: { district } as Context['actor'] }
    if (!scopes.has(district)) scopes.set(district, await findScopes(asker, keys))
    const kept = await readAllTags(db, district, register, records)
    for (const record of records) {
      const had = kept.get(record.id) ?? []
      const rules = ruleTags(register, record, (key) => scopes.get(district)!.get(key))
      const tags = [...toldTags(had), ...rules]
      if (!same(had, tags)) await writeTags(db, district, register, record.id, tags)
    }
  }
}
