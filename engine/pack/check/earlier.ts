import type { FieldSpec } from '../../fields/index.ts'
import type { EarlierOf } from '../earlier.ts'
import { earlierOf, rowFields } from '../normal/earlier.ts'
import { list, statesOf } from '../normal/names.ts'
import type { PackSource, RegisterSpec } from '../notation/index.ts'
import type { Declared, Tell } from './packs.ts'

/** Tells which earlier names of a pack cannot be: of things that are still there, or claimed by two. */
export function checkEarlier(declared: Declared, source: PackSource, tell: Tell): void {
  const at = (part: string) => (id: string) => `${source.id}/${part}/${id}/was`
  checkNames(earlierOf(source.registers ?? {}), [...declared.registers.keys()], at('registers'), tell)
  checkNames(earlierOf(source.roles ?? {}), [...declared.roles.keys()], at('roles'), tell)
  const indicators = earlierOf((source.indicators ?? {}) as Record<string, { was?: string }>)
  checkNames(indicators, [...declared.indicators.keys()], at('indicators'), tell)
  for (const [id, spec] of Object.entries(source.registers ?? {})) {
    checkFields(spec.fields, `${source.id}/registers/${id}`, tell)
    checkLife(spec, `${source.id}/registers/${id}/life`, tell)
  }
  for (const [id, names] of Object.entries(source.renamed ?? {}))
    checkOptions(source.options?.[id], names, `${source.id}/renamed/${id}`, tell)
}

function checkFields(fields: Record<string, FieldSpec>, path: string, tell: Tell): void {
  checkNames(earlierOf(fields), Object.keys(fields), (id) => `${path}/fields/${id}/was`, tell)
  for (const [id, spec] of Object.entries(fields)) {
    const inner = rowFields(spec)
    if (Object.keys(inner).length > 0) checkFields(inner, `${path}/fields/${id}`, tell)
  }
}

function checkLife(spec: RegisterSpec, path: string, tell: Tell): void {
  const { was = {}, acts = {} } = spec.life ?? {}
  const states = statesOf(spec)
  for (const state of Object.keys(was))
    if (!states.includes(state)) tell(`${path}/was`, 'unknownState', state)
  checkNames(listed(was), states, () => `${path}/was`, tell)
  // What every register has was never called otherwise.
  const known = [...Object.keys(acts), 'create', 'correct', 'withdraw']
  checkNames(earlierOf(acts), known, (id) => `${path}/acts/${id}/was`, tell)
}

function checkOptions(
  options: string[] | undefined,
  names: Record<string, string | string[]>,
  path: string,
  tell: Tell,
): void {
  if (options === undefined) return tell(path, 'unknownOptions', path.split('/').at(-1))
  for (const option of Object.keys(names)) if (!options.includes(option)) tell(path, 'unknownOptions', option)
  checkNames(listed(names), options, () => path, tell)
}

function listed(names: Record<string, string | string[] | undefined>): EarlierOf {
  return Object.fromEntries(Object.entries(names).map(([id, was]) => [id, list(was)]))
}

/** Nothing is what something else was, and nothing was what something else is. */
function checkNames(
  names: EarlierOf,
  present: readonly string[],
  pathOf: (id: string) => string,
  tell: Tell,
): void {
  const claimed = new Set<string>()
  for (const [id, earlier] of Object.entries(names)) {
    for (const name of earlier) {
      if (present.includes(name)) tell(pathOf(id), 'stillThere', name)
      if (claimed.has(name)) tell(pathOf(id), 'ownedTwice', name)
      claimed.add(name)
    }
  }
}
