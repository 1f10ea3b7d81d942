import { type Filter, type FilterSpec, type Readable, readFilter } from '../../query/index.ts'
import type { RegisterSpec } from '../notation/index.ts'
import { statesOf } from './names.ts'

/** Reads a filter that the check has read before; if it cannot be read now, the check has a hole. */
export function readOrThrow(of: Readable, spec: FilterSpec): Filter {
  const filter = readFilter(of, spec)
  if (!filter.ok) throw new Error(`a checked filter could not be read: ${JSON.stringify(filter.problems)}`)
  return filter.value
}

/** The part of a register as written that filters read. */
export function readableOf(spec: RegisterSpec): Readable {
  const fields = Object.entries(spec.fields).map(([name, field]) => [name, { spec: field }])
  return { fields: Object.fromEntries(fields), states: statesOf(spec) }
}
