import { type Names, optionSlots, optionsIn, type Refusal, type Renames } from '@anzhi/engine/change'
import { fieldTypeOf } from '@anzhi/engine/fields'
import { type Field, type Pack, type Register, serverRole } from '@anzhi/engine/pack'
import { sql } from 'kysely'
import type { Db } from '../db.ts'
import { countAll, countInState, countKnown, countOption } from './counts.ts'
import { shelvesOf } from './shelf.ts'

interface Looking {
  db: Db
  before: Pack
  now: Pack
  renames: Renames
}

/** Everything that would be lost if a pack took the place of the one before, read before anything is changed. */
export async function findRefusals(looking: Looking): Promise<Refusal[]> {
  const { before, now, renames } = looking
  const found: Refusal[] = []
  for (const old of Object.values(before.registers)) {
    const register = now.registers[renames.registers[old.id] ?? old.id]
    if (register === undefined) {
      found.push({ why: 'registerInUse', register: old.id, records: await countAll(looking.db, old) })
      continue
    }
    found.push(...(await lostFields(looking, old, register)))
    found.push(...(await lostStates(looking, old, register)))
  }
  found.push(...(await lostRoles(looking)))
  return found.filter(({ records }) => records > 0)
}

async function lostFields(looking: Looking, old: Register, register: Register): Promise<Refusal[]> {
  const names = looking.renames.of[register.id]?.fields ?? {}
  const fields = new Map(namedFields(register))
  const found: Refusal[] = []
  for (const [name, field] of namedFields(old)) {
    const is = fields.get(nameOfNow(names, name))
    const at = { register: old.id, field: name }
    if (is === undefined) {
      found.push({ why: 'fieldInUse', ...at, records: await countKnown(looking.db, old, name) })
      continue
    }
    if (!holdsSame(looking, field, is)) {
      const records = await countKnown(looking.db, old, name)
      found.push({ why: 'typeChanged', ...at, from: field.spec.type, to: is.spec.type, records })
    }
    found.push(...(await lostOptions(looking, { old, name, field }, { register, is })))
  }
  return found
}

/** Fields by their names, and those of rows as `items.price`. */
function namedFields(register: Register): [string, Field][] {
  const [record, _span, ...parts] = shelvesOf(register)
  return [record!, ...parts].flatMap(({ fields }) =>
    fields.map(({ name, field }): [string, Field] => [name, field]),
  )
}

/** A name of before as it is now; of `items.cost` both halves may have changed. */
function nameOfNow(names: Names, name: string): string {
  const [outer, inner] = name.split('.') as [string, string?]
  const field = names[outer] ?? outer
  return inner === undefined ? field : `${field}.${names[`${field}.${inner}`] ?? inner}`
}

// A text may be longer than it was; the rest is as it was.
const wider = [['text', 'longText']]

/** Would every value that is there be a value of the field as it is now? Options are looked at by themselves. */
function holdsSame({ renames }: Looking, was: Field, is: Field): boolean {
  const [old, now] = [fieldTypeOf(was.spec), fieldTypeOf(is.spec)]
  const isWider = wider.some(([from, to]) => was.spec.type === from && is.spec.type === to)
  const targets = (old.targets?.(was.spec) ?? []).map((id) => renames.registers[id] ?? id)
  const may = now.targets?.(is.spec) ?? []
  const isLink = old.targets !== undefined && now.targets !== undefined
  const columns = ({ columns }: typeof old, { spec }: Field) => JSON.stringify(columns(spec))
  const sameType = was.spec.type === is.spec.type || isWider || (isLink && !isParts(was) && !isParts(is))
  return sameType && columns(old, was) === columns(now, is) && targets.every((id) => may.includes(id))
}

function isParts({ spec }: Field): boolean {
  return fieldTypeOf(spec).parts !== undefined
}

async function lostOptions(
  { db, before, now, renames }: Looking,
  { old, name, field }: { old: Register; name: string; field: Field },
  { register, is }: { register: Register; is: Field },
): Promise<Refusal[]> {
  const [was, may] = [optionsIn(before, field.spec), optionsIn(now, is.spec)]
  if (was === undefined || may === undefined) return []
  const named = nameOfNow(renames.of[register.id]?.fields ?? {}, name)
  const names = renames.of[register.id]?.options[named] ?? {}
  const lost = was.ids.filter((id) => !may.ids.includes(names[id] ?? id))
  const found: Refusal[] = []
  for (const option of lost) {
    for (const slot of optionSlots(field.spec)) {
      const records = await countOption(db, old, name, slot, option)
      found.push({ why: 'optionInUse', register: old.id, field: name, option, records })
    }
  }
  return found
}

async function lostStates({ db, renames }: Looking, old: Register, register: Register): Promise<Refusal[]> {
  const names = renames.of[register.id]?.states ?? {}
  const lost = old.states.filter((state) => !register.states.includes(names[state] ?? state))
  return Promise.all(
    lost.map(async (state): Promise<Refusal> => {
      const records = await countInState(db, old, state)
      return { why: 'stateInUse', register: old.id, state, records }
    }),
  )
}

async function lostRoles({ db, before, now, renames }: Looking): Promise<Refusal[]> {
  const isThere = (role: string) => Object.hasOwn(now.roles, renames.roles[role] ?? role)
  const lost = Object.keys(before.roles).filter((role) => role !== serverRole && !isThere(role))
  return Promise.all(
    lost.map(async (role): Promise<Refusal> => {
      const { rows } = await sql<{ n: number }>`select count(*)::integer as n from anzhi.account
        where ${role} = any(roles) and ended_at is null`.execute(db)
      return { why: 'roleInUse', role, records: rows[0]!.n }
    }),
  )
}
