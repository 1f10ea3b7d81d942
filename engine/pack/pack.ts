import type { Calendar, Clock, Day, Standing } from '../calendar/index.ts'
import type { CheckEnv, FieldSpec, ShowEnv } from '../fields/index.ts'
import { bad, ok, problem, type Result } from '../problem/index.ts'
import type { Filter } from '../query/index.ts'
import type { ReportSpec, RoleSpec } from './notation.ts'

/** The packs of an installation, composed: what the server, the web and the phone read. Plain JSON. */
export interface Pack {
  /** The packs it is made of, in order, `core` first. */
  sources: { id: string; version: string }[]
  roles: Record<string, RoleSpec>
  options: Record<string, string[]>
  registers: Record<string, Register>
  indicators: Record<string, Indicator>
  reports: Record<string, Report>
  clocks: Record<string, PackClock>
  /** The working days that an installation begins with; what its office has entered since, the store knows. */
  calendar: Calendar
  words: Record<Language, Record<string, string>>
}

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

export interface Register {
  id: string
  /** The pack that owns it. */
  pack: string
  /** The name of its table; its spans are in `<table>_span`. */
  table: string
  title: string
  axes: Record<string, string>
  /** Everybody in the district sees its records. */
  open: boolean
  fields: Record<string, Field>
  /** The first one is where a record begins; `withdrawn` is the last of every register. */
  states: string[]
  acts: Record<string, Act>
  list: { columns: string[]; filters: string[]; order: string[] }
}

export interface Field {
  id: string
  /** The stem of its columns' names. */
  column: string
  spec: FieldSpec
}

export interface Act {
  id: string
  kind: 'create' | 'step' | 'correct' | 'withdraw'
  /** Empty for `create`. */
  from: string[]
  /** null for `correct`, which leaves the state alone. */
  to: string | null
  roles: string[]
  in: string | null
  when: Filter | null
  asks: string[]
  needs: string[]
  takes: string[]
  clears: string[]
  dates: string | null
  notBy: string | null
  enforcement: boolean
  /** For `correct`: the states in which no reason is needed. */
  freeIn: string[]
}

export type LeafIndicator = {
  id: string
  kind: 'count' | 'sum' | 'distinct'
  register: string
  /** The field that is summed or told apart; null for a count. */
  of: string | null
  on: string | null
  unit: string
  where: Filter
}

export type Indicator =
  | LeafIndicator
  | { id: string; kind: 'ratio'; parts: [string, string]; unit: '%' | '‰'; decimals: number }

/** A time limit; where it comes from is the word `clock.<id>.source`. */
export interface PackClock extends Clock {
  id: string
  standing: Standing
}

export interface Report extends ReportSpec {
  id: string
}

/** A register of the pack, or undefined; names from outside are looked up here, never by plain indexing. */
export function findRegister(pack: Pack, id: string): Register | undefined {
  return Object.hasOwn(pack.registers, id) ? pack.registers[id] : undefined
}

export function getRegister(pack: Pack, id: string): Register {
  const register = findRegister(pack, id)
  if (register === undefined) throw new Error(`no register ${id} in the pack`)
  return register
}

export function findIndicator(pack: Pack, id: string): Indicator | undefined {
  return Object.hasOwn(pack.indicators, id) ? pack.indicators[id] : undefined
}

export function findReport(pack: Pack, id: string): Report | undefined {
  return Object.hasOwn(pack.reports, id) ? pack.reports[id] : undefined
}

export function findClock(pack: Pack, id: string): PackClock | undefined {
  return Object.hasOwn(pack.clocks, id) ? pack.clocks[id] : undefined
}

/**
 * The word for a key. A register's own act or state may have a word of its own (`act.hazard.create`); if
 * not, the general one (`act.create`) serves. A key without any word shows itself, so that nobody is left blank.
 */
export function wordOf(pack: Pack, language: Language, key: string): string {
  const words = pack.words[language]
  if (Object.hasOwn(words, key)) return words[key]!
  const general = key.replace(/^(act|state)\.[^.]+\./, '$1.')
  return Object.hasOwn(words, general) ? words[general]! : key
}

/** What field types need to check and to show values under this pack. */
export function envOf(
  pack: Pack,
  today: Day,
  language: Language = 'zh',
  titleOf: ShowEnv['titleOf'] = () => undefined,
): CheckEnv & ShowEnv {
  return {
    today,
    options: (list) => (Object.hasOwn(pack.options, list) ? pack.options[list] : undefined),
    word: (key) => wordOf(pack, language, key),
    titleOf,
  }
}

/** The register of that name, or the problem that there is none. */
export function needRegister(pack: Pack, id: string): Result<Register> {
  return Object.hasOwn(pack.registers, id)
    ? ok(pack.registers[id]!)
    : bad(problem('noSuchRegister', 'register', { given: id }))
}
