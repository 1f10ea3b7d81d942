import { extendSources } from '../normal/extend.ts'
import { figureLists } from '../normal/figure-lists.ts'
import type { IndicatorSpec, PackSource } from '../notation/index.ts'
import { checkShape } from '../shape/source.ts'
import { checkApprovals, whereApproved } from './approval.ts'
import { checkCalendars, checkClocks } from './clocks.ts'
import { checkEarlier } from './earlier.ts'
import { checkCycles } from './effects.ts'
import { checkExtensions, whereWritten } from './extensions.ts'
import { checkForms } from './forms.ts'
import { checkIndicators } from './indicators.ts'
import { checkOptions } from './options.ts'
import { checkRegister } from './register.ts'
import { checkReports } from './reports.ts'
import { checkTables } from './tables.ts'
import { checkWords } from './words.ts'

/** What is wrong with a pack: where (`base/registers/hazard/fields/due`), what, and the thing concerned. */
export interface PackProblem {
  path: string
  code: PackProblemCode
  given?: string
}

export type PackProblemCode =
  | 'notJson'
  | 'wrongShape'
  | 'badId'
  | 'reservedId'
  | 'nameTaken'
  | 'ownedTwice'
  | 'stillThere'
  | 'unknownPack'
  | 'unknownType'
  | 'unknownField'
  | 'unknownState'
  | 'unknownRole'
  | 'unknownOptions'
  | 'unknownRegister'
  | 'unknownAct'
  | 'unknownIndicator'
  | 'unknownPlaceholder'
  | 'unknownAxis'
  | 'unknownColumn'
  | 'wrongType'
  | 'wrongValue'
  | 'badFilter'
  | 'badCondition'
  | 'unreachable'
  | 'coordinatingBody'
  | 'hiddenEnforcement'
  | 'effectCycle'
  | 'notTaken'
  | 'missingWord'
  | 'deadWord'
  | 'empty'

/** Everything that the packs declare, by name, whoever owns it. */
export interface Declared {
  sources: readonly PackSource[]
  registers: Map<string, NonNullable<PackSource['registers']>[string]>
  roles: Map<string, NonNullable<PackSource['roles']>[string]>
  options: Map<string, string[]>
  indicators: Map<string, NonNullable<PackSource['indicators']>[string]>
}

export type Tell = (path: string, code: PackProblemCode, given?: string) => void

const packId = /^[a-z][a-z0-9-]{0,40}$/

/** Reads packs as one and tells all problems at once, each with its path. No problem: they are sound. */
export function checkPacks(sources: readonly PackSource[]): PackProblem[] {
  const problems: PackProblem[] = []
  const tell: Tell = (path, code, given) => {
    problems.push(given === undefined ? { path, code } : { path, code, given })
  }
  for (const source of sources) if (!isJson(source)) tell(String(source?.id), 'notJson')
  if (problems.length > 0) return problems
  // What has not the right shape cannot be looked at any closer.
  for (const source of sources) checkShape(source, tell)
  if (problems.length > 0) return problems
  checkOrigin(sources, tell)
  const whole = extendSources(sources)
  const declared = { ...declare(whole, tell), sources }
  checkApprovals(sources, tell)
  const tellThere = whereApproved(sources, whereWritten(sources, tell))
  checkTables(whole, tellThere)
  for (const source of whole) checkSource(declared, source, tellThere)
  for (const source of sources) checkExtensions(declared, source, tell)
  checkCycles(declared, whole, tellThere)
  checkCalendars(sources, tell)
  checkWords(declared, tell)
  return problems
}

/** A pack is data: what JSON cannot carry (a function, an undefined, a date) does not belong in it. */
function isJson(value: unknown): boolean {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (Array.isArray(value)) return value.every(isJson)
  return typeof value === 'object' && isPlain(value) && Object.values(value).every(isJson)
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value)
  // A JSON module's namespace has no prototype; an object literal has the ordinary one.
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function checkOrigin(sources: readonly PackSource[], tell: Tell): void {
  sources.forEach((source, index) => {
    if (!packId.test(source.id)) tell(source.id, 'badId', source.id)
    const earlier = sources.slice(0, index).map(({ id }) => id)
    if (earlier.includes(source.id)) tell(source.id, 'ownedTwice', source.id)
    for (const id of source.buildsOn)
      if (!earlier.includes(id)) tell(`${source.id}/buildsOn`, 'unknownPack', id)
  })
}

function declare(sources: readonly PackSource[], tell: Tell): Declared {
  const gather = <Value>(
    part: 'registers' | 'roles' | 'options' | 'indicators' | 'reports' | 'forms' | 'clocks',
  ) => {
    const all = new Map<string, Value>()
    for (const source of sources) {
      for (const [id, value] of Object.entries(source[part] ?? {})) {
        if (all.has(id)) tell(`${source.id}/${part}/${id}`, 'ownedTwice', id)
        else all.set(id, value as Value)
      }
    }
    return all
  }
  gather('reports')
  gather('forms')
  gather('clocks')
  const registers = gather<NonNullable<PackSource['registers']>[string]>('registers')
  const roles = gather<NonNullable<PackSource['roles']>[string]>('roles')
  const options = gather<string[]>('options')
  const indicators = gather<IndicatorSpec>('indicators')
  for (const [id, made] of Object.entries(figureLists(Object.fromEntries(indicators)))) options.set(id, made)
  return { sources, registers, roles, options, indicators }
}

function checkSource(declared: Declared, source: PackSource, tell: Tell): void {
  checkOptions(source, tell)
  for (const [id, spec] of Object.entries(source.registers ?? {})) {
    checkRegister(declared, id, spec, `${source.id}/registers/${id}`, tell)
  }
  checkIndicators(declared, source, tell)
  checkReports(declared, source, tell)
  checkForms(declared, source, tell)
  checkClocks(source, tell)
  checkEarlier(declared, source, tell)
}
