import type { Span, Values } from '../record/index.ts'
import { flip, type Names, type RegisterRenames, type Renames } from './renames.ts'

/** One change of the packs of an installation: from when on which version holds, and what it renamed. */
export interface PackChange {
  n: number
  version: string
  renames: Renames
}

/** All changes of the packs, oldest first. */
export type Past = readonly PackChange[]

/** What an event says in names; the rest of it is no matter of versions. */
export interface PastEvent {
  act: string
  before: Values
  after: Values
  life?: Span[] | null
}

/** Every name that a register has had, the one of now first. */
export function namesOf(past: Past, register: string): string[] {
  const names = [register]
  for (const { renames } of [...past].reverse()) {
    const was = flip(renames.registers)[names.at(-1)!]
    if (was !== undefined) names.push(was)
  }
  return names
}

/** What a register is called now that was called so under a version. */
export function nameNow(past: Past, register: string, version: string): string {
  const written = past.findLastIndex((change) => change.version === version)
  const since = written < 0 ? [] : past.slice(written + 1)
  return since.reduce((name, { renames }) => renames.registers[name] ?? name, register)
}

/**
 * An event in the names of now. What was written is never written anew: whoever reads it brings it along the
 * renames that came after the version it was written under.
 */
export function readPast<Event extends PastEvent>(
  past: Past,
  event: Event,
  { register, version }: { register: string; version: string },
): Event {
  const written = past.findLastIndex((change) => change.version === version)
  const since = written < 0 ? [] : past.slice(written + 1)
  let name = namesOf(past.slice(written + 1), register).at(-1)!
  let read = event
  for (const { renames } of since) {
    name = renames.registers[name] ?? name
    read = renamed(read, renames.of[name] ?? nothing, renames.registers)
  }
  return read
}

const nothing: RegisterRenames = { fields: {}, states: {}, acts: {}, options: {} }

function renamed<Event extends PastEvent>(event: Event, names: RegisterRenames, registers: Names): Event {
  if (names === nothing && Object.keys(registers).length === 0) return event
  const values = (given: Values) => renameValues(given, names, registers)
  const life = event.life?.map((span) => ({
    ...span,
    act: names.acts[span.act] ?? span.act,
    state: names.states[span.state] ?? span.state,
    tracked: values(span.tracked),
  }))
  return {
    ...event,
    act: names.acts[event.act] ?? event.act,
    before: values(event.before),
    after: values(event.after),
    ...(life === undefined ? {} : { life }),
  }
}

function renameValues(values: Values, names: RegisterRenames, registers: Names): Values {
  return Object.fromEntries(
    Object.entries(values).map(([old, value]) => {
      if (old === 'state') return [old, names.states[value as string] ?? value]
      const field = names.fields[old] ?? old
      return [field, renameValue(value, field, names, registers)]
    }),
  )
}

/**
 * A value in new names. Its shape tells what it is: a text (where the field has options, one of them), a link or an
 * amount with its unit, a list of those, or rows.
 */
function renameValue(value: unknown, field: string, names: RegisterRenames, registers: Names): unknown {
  const options = names.options[field] ?? {}
  if (typeof value === 'string') return options[value] ?? value
  if (Array.isArray(value)) return value.map((part) => renameValue(part, field, names, registers))
  if (typeof value !== 'object' || value === null) return value
  if ('register' in value && typeof value.register === 'string')
    return { ...value, register: registers[value.register] ?? value.register }
  if ('unit' in value && 'amount' in value)
    return { ...value, unit: options[value.unit as string] ?? value.unit }
  return renameRow(value as Values, field, names, registers)
}

/** A row, or a value of several parts that have no names of a pack: those stay as they are. */
function renameRow(row: Values, field: string, names: RegisterRenames, registers: Names): Values {
  return Object.fromEntries(
    Object.entries(row).map(([old, value]) => {
      const inner = names.fields[`${field}.${old}`] ?? old
      return [inner, renameValue(value, `${field}.${inner}`, names, registers)]
    }),
  )
}
