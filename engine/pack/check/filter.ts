import { type FieldSpec, fieldTypeOf } from '../../fields/index.ts'
import { type Filter, type FilterSpec, partsOf, type Readable, readFilter } from '../../query/index.ts'
import { readableOf } from '../normal/filter.ts'
import type { RegisterSpec } from '../notation/index.ts'
import { isKnownType } from './looking.ts'
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
  for (const option of wrongOptions(declared, knownPart(register).fields, filter.value))
    tell(path, 'badFilter', option)
  return filter.value
}

function wrongOptions(declared: Declared, fields: Readable['fields'], filter: Filter): string[] {
  if ('all' in filter) return filter.all.flatMap((part) => wrongOptions(declared, fields, part))
  if ('any' in filter) return filter.any.flatMap((part) => wrongOptions(declared, fields, part))
  if ('not' in filter) return wrongOptions(declared, fields, filter.not)
  const spec = fields[filter.field]?.spec
  const { test } = filter
  if (spec === undefined) return []
  if (test.is === 'some') return wrongOptions(declared, partsOf(spec)!.fields, test.where)
  const list = fieldTypeOf(spec).key.options?.(spec)
  if (list === undefined) return []
  const named = test.is === 'oneOf' ? test.values.map(String) : 'option' in test ? [test.option] : []
  const options = declared.options.get(list)
  // A list that is not there is told where the field names it.
  return named.filter((value) => options?.includes(value) === false)
}

/** The part of a register that filters read; a field of an unknown type (told elsewhere) is not there. */
function knownPart(spec: RegisterSpec) {
  return readableOf({ ...spec, fields: knownFields(spec.fields) })
}

function knownFields(fields: Record<string, FieldSpec>): Record<string, FieldSpec> {
  const known = Object.entries(fields).filter(([, field]) => isKnownType(field))
  return Object.fromEntries(
    known.map(([name, field]) => [
      name,
      field.type === 'rows' ? { ...field, fields: knownFields(field.fields) } : field,
    ]),
  )
}
