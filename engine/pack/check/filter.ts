import { fieldTypeOf, fieldTypes } from '../../fields/index.ts'
import { type Filter, type FilterSpec, readFilter } from '../../query/index.ts'
import { readableOf } from '../normal/filter.ts'
import type { RegisterSpec } from '../notation/index.ts'
import type { Declared, Tell } from './packs.ts'

/**
 * Reads a filter that a pack writes over one of its registers, and tells every field, state and option in it
 * that does not exist. Undefined when it cannot be read.
 */
export function checkFilter(
  declared: Declared,
  register: RegisterSpec,
  input: FilterSpec,
  path: string,
  tell: Tell,
): Filter | undefined {
  const filter = readFilter(knownPart(register), input)
  if (!filter.ok) {
    for (const { field } of filter.problems) tell(path, 'badFilter', field)
    return undefined
  }
  // A misspelt option would read well and count nothing for ever.
  for (const option of wrongOptions(declared, register, filter.value)) tell(path, 'badFilter', option)
  return filter.value
}

function wrongOptions(declared: Declared, register: RegisterSpec, filter: Filter): string[] {
  if ('all' in filter) return filter.all.flatMap((part) => wrongOptions(declared, register, part))
  if ('any' in filter) return filter.any.flatMap((part) => wrongOptions(declared, register, part))
  if ('not' in filter) return wrongOptions(declared, register, filter.not)
  const spec = register.fields[filter.field]
  if (spec === undefined || filter.test.is !== 'oneOf') return []
  const list = fieldTypeOf(spec).key.options?.(spec)
  if (list === undefined) return []
  const options = declared.options.get(list)
  // A list that is not there is told where the field names it.
  return filter.test.values.map(String).filter((value) => options?.includes(value) === false)
}

/** The part of a register that filters read; a field of an unknown type (told elsewhere) is not there. */
function knownPart(spec: RegisterSpec) {
  const known = Object.entries(spec.fields).filter(([, field]) => Object.hasOwn(fieldTypes, field.type))
  return readableOf({ ...spec, fields: Object.fromEntries(known) })
}
