import { type Filter, type FilterSpec, readFilter } from '../../query/index.ts'
import type { Field } from '../register.ts'

/** Reads a filter that the check has read before; if it cannot be read now, the check has a hole. */
export function readOrThrow(
  of: { fields: Record<string, Field>; states: string[] },
  spec: FilterSpec,
): Filter {
  const filter = readFilter(of, spec)
  if (!filter.ok) throw new Error(`a checked filter could not be read: ${JSON.stringify(filter.problems)}`)
  return filter.value
}
