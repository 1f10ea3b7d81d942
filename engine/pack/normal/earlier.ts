import type { FieldSpec } from '../../fields/index.ts'
import type { Earlier, EarlierOf } from '../earlier.ts'
import type { PackSource, RegisterSpec } from '../notation/index.ts'
import { indicatorLists } from './figure-lists.ts'
import { list } from './names.ts'

interface Named {
  was?: string | string[]
}

/** The earlier names that packs tell, gathered from where they stand. The check has passed them. */
export function earlierNames(sources: readonly PackSource[]): Earlier {
  const registers = sources.flatMap((source) => Object.entries(source.registers ?? {}))
  const indicators = earlierOf(Object.assign({}, ...sources.map((source) => source.indicators ?? {})))
  const each = (namesOf: (spec: RegisterSpec) => EarlierOf) =>
    told(registers.map(([id, spec]) => [id, namesOf(spec)]))
  return {
    registers: earlierOf(Object.fromEntries(registers)),
    fields: each(({ fields }) => ({ ...earlierOf(fields), ...earlierInRows(fields) })),
    states: each(({ life }) => asLists(life?.was ?? {})),
    acts: each(({ life }) => earlierOf(life?.acts ?? {})),
    options: told([
      ...sources
        .flatMap(({ renamed }) => Object.entries(renamed ?? {}))
        .map(([id, names]): [string, EarlierOf] => [id, asLists(names)]),
      // What is stated and quoted names its indicator as an option.
      ...indicatorLists.map((id): [string, EarlierOf] => [id, indicators]),
    ]),
    roles: earlierOf(Object.assign({}, ...sources.map(({ roles }) => roles ?? {}))),
  }
}

/** The earlier names of the things in one table of declarations. */
export function earlierOf(things: Record<string, Named>): EarlierOf {
  return asLists(Object.fromEntries(Object.entries(things).map(([id, { was }]) => [id, was])))
}

/** The declared fields of the rows that a field holds; none unless it does. */
export function rowFields(spec: FieldSpec): Record<string, FieldSpec> {
  return (spec as { fields?: Record<string, FieldSpec> }).fields ?? {}
}

function earlierInRows(fields: Record<string, FieldSpec>): EarlierOf {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([field, spec]) =>
      Object.entries(earlierOf(rowFields(spec))).map(([inner, names]) => [`${field}.${inner}`, names]),
    ),
  )
}

function asLists(names: Record<string, string | string[] | undefined>): EarlierOf {
  return told(Object.entries(names).map(([id, was]) => [id, list(was)]))
}

/** Without what has nothing to tell. */
function told<T extends object>(entries: [string, T][]): Record<string, T> {
  return Object.fromEntries(entries.filter(([, value]) => Object.keys(value).length > 0))
}
