import type { Calendar, Clock, Day, Standing } from '../calendar/index.ts'
import type { CheckEnv, ShowEnv } from '../fields/index.ts'
import { bad, ok, problem, type Result } from '../problem/index.ts'
import type { Earlier } from './earlier.ts'
import type { Form } from './form.ts'
import type { Indicator } from './indicator.ts'
import type { RoleSpec } from './notation/index.ts'
import type { Register } from './register.ts'
import type { Report } from './report.ts'

/** The packs of an installation, composed: what the server, the web and the phone read. Plain JSON. */
export interface Pack {
  /** The packs it is made of, in order, `core` first. */
  sources: { id: string; version: string }[]
  roles: Record<string, RoleSpec>
  options: Record<string, string[]>
  registers: Record<string, Register>
  indicators: Record<string, Indicator>
  reports: Record<string, Report>
  forms: Record<string, Form>
  clocks: Record<string, PackClock>
  /** What things were called in earlier versions. */
  earlier: Earlier
  /** The working days that an installation begins with; what its office has entered since, the store knows. */
  calendar: Calendar
  words: Record<Language, Record<string, string>>
}

export const languages = ['zh', 'en'] as const
export type Language = (typeof languages)[number]

/** A time limit; where it comes from is the word `clock.<id>.source`. */
export interface PackClock extends Clock {
  id: string
  standing: Standing
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
  const general = key.replace(/^(act|state|field)\.[^.]+\./, '$1.')
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
