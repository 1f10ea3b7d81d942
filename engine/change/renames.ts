import type { FieldSpec } from '../fields/index.ts'
import type { Pack, Register } from '../pack/index.ts'
import { optionsIn } from './options.ts'

/** By the name of before, the name of now. What kept its name is not there. */
export type Names = Record<string, string>

/** What got another name between two versions of the packs. */
export interface Renames {
  registers: Names
  roles: Names
  /** By the register's name of now. */
  of: Record<string, RegisterRenames>
}

export interface RegisterRenames {
  /** A field of a row is `items.cost`: `items` the name of now, `cost` of before. */
  fields: Names
  states: Names
  acts: Names
  /** By the field's name of now. */
  options: Record<string, Names>
}

/** The name of a field of the rows in a field. */
export function rowFieldName(field: string, inner: string): string {
  return `${field}.${inner}`
}

type Before = Pick<Pack, 'registers' | 'options' | 'roles'>

/**
 * What was renamed from one composed pack to the next, as the next one tells. An earlier name that the one before
 * does not have is long done, and says nothing.
 */
export function renamesBetween(before: Before, now: Pack): Renames {
  const { earlier } = now
  const registers = pairs(Object.keys(before.registers), Object.keys(now.registers), earlier.registers)
  const was = flip(registers)
  const of = Object.values(now.registers).flatMap((register): [string, RegisterRenames][] => {
    const old = before.registers[was[register.id] ?? register.id]
    if (old === undefined) return []
    const renames = registerRenames({ before, old }, { now, register })
    return isNothing(renames) ? [] : [[register.id, renames]]
  })
  return {
    registers,
    roles: pairs(Object.keys(before.roles), Object.keys(now.roles), earlier.roles),
    of: Object.fromEntries(of),
  }
}

interface Old {
  before: Before
  old: Register
}
interface New {
  now: Pack
  register: Register
}

function registerRenames({ before, old }: Old, { now, register }: New): RegisterRenames {
  const { earlier } = now
  const told = earlier.fields[register.id]
  const fields = pairs(Object.keys(old.fields), Object.keys(register.fields), told)
  const was = flip(fields)
  const renames: RegisterRenames = {
    fields,
    states: pairs(old.states, register.states, earlier.states[register.id]),
    acts: pairs(Object.keys(old.acts), Object.keys(register.acts), earlier.acts[register.id]),
    options: {},
  }
  for (const { id, spec } of Object.values(register.fields)) {
    const oldSpec = old.fields[was[id] ?? id]?.spec
    if (oldSpec === undefined) continue
    keep(renames.options, id, optionRenames({ before, spec: oldSpec }, { now, spec }))
    const inner = pairs(Object.keys(rowsOf(oldSpec)), Object.keys(rowsOf(spec)), innerEarlier(told, id))
    for (const [from, to] of Object.entries(inner)) renames.fields[rowFieldName(id, from)] = to
    const innerWas = flip(inner)
    for (const [name, innerSpec] of Object.entries(rowsOf(spec))) {
      const oldInner = rowsOf(oldSpec)[innerWas[name] ?? name]
      if (oldInner === undefined) continue
      const names = optionRenames({ before, spec: oldInner }, { now, spec: innerSpec })
      keep(renames.options, rowFieldName(id, name), names)
    }
  }
  return renames
}

function optionRenames(
  { before, spec: old }: { before: Before; spec: FieldSpec },
  { now, spec }: { now: Pack; spec: FieldSpec },
): Names {
  const [was, is] = [optionsIn(before, old), optionsIn(now, spec)]
  if (was === undefined || is === undefined || is.list === null) return {}
  return pairs(was.ids, is.ids, now.earlier.options[is.list])
}

/** The fields of the rows that a field holds. */
function rowsOf(spec: FieldSpec): Record<string, FieldSpec> {
  return (spec as { fields?: Record<string, FieldSpec> }).fields ?? {}
}

function innerEarlier(told: Record<string, string[]> | undefined, field: string) {
  const own = Object.entries(told ?? {}).filter(([name]) => name.startsWith(`${field}.`))
  return Object.fromEntries(own.map(([name, earlier]) => [name.slice(field.length + 1), earlier]))
}

function keep(options: Record<string, Names>, field: string, names: Names): void {
  if (Object.keys(names).length > 0) options[field] = names
}

/** Old name to new, for what is new and was there under one of its earlier names. */
function pairs(
  before: readonly string[],
  now: readonly string[],
  earlier: Record<string, string[]> | undefined,
): Names {
  return Object.fromEntries(
    now.flatMap((name) => {
      const was = before.includes(name) ? undefined : earlier?.[name]?.find((old) => before.includes(old))
      return was === undefined ? [] : [[was, name]]
    }),
  )
}

/** What something was called that is called this now; fields of rows, which are named after their field, apart. */
export function nameBefore(names: Names, now: string): string {
  return Object.entries(names).find(([from, to]) => to === now && !from.includes('.'))?.[0] ?? now
}

export function flip(names: Names): Names {
  return Object.fromEntries(Object.entries(names).map(([from, to]) => [to, from]))
}

function isNothing({ fields, states, acts, options }: RegisterRenames): boolean {
  return [fields, states, acts, options].every((names) => Object.keys(names).length === 0)
}
