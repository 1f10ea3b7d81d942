import { type FieldKey, fieldTypeOf } from '../fields/index.ts'
import type { Register } from '../pack/index.ts'
import type { Span } from './spans.ts'
import type { Tag } from './tags.ts'

/** The values of a record by field. A field that is absent or null is unknown. */
export type Values = Record<string, unknown>

/** A record as it stands, with the days of its life. */
export interface LivingRecord {
  id: string
  /** Counts the acts on it; a change names the version it was made on. */
  version: number
  state: string
  values: Values
  spans: Span[]
  /** The campaigns that it belongs to, of a register that is tagged. */
  tags?: Tag[]
}

/** Who acts. Organs are given as the path from the top organ down to the actor's own. */
export interface Actor {
  account: string
  person: string
  name: string
  district: string
  organPath: string[]
  roles: string[]
}

/** The key of a field (what filters and figures compare); null when it is unknown. */
export function keyOfValue(register: Register, values: Values, field: string): FieldKey {
  const value = values[field]
  if (value === undefined || value === null) return null
  return fieldTypeOf(register.fields[field]!.spec).key.of(value)
}

/** The keys of a record as it is now, `state` among them. */
export function keyOfRecord(
  register: Register,
  record: { state: string; values: Values },
): (field: string) => FieldKey {
  return (field) => (field === 'state' ? record.state : keyOfValue(register, record.values, field))
}

/** The fields whose history is kept by the day. */
export function trackedFields(register: Register): string[] {
  return Object.values(register.fields)
    .filter((field) => field.spec.tracked === true)
    .map((field) => field.id)
}

/** In a stretch of its life a record has the state and tracked values of then, and the other values of now. */
export function keyInSpan(
  register: Register,
  { values }: Pick<LivingRecord, 'values'>,
  span: Span,
): (field: string) => FieldKey {
  return (field) => {
    if (field === 'state') return span.state
    const isTracked = register.fields[field]!.spec.tracked === true
    return keyOfValue(register, isTracked ? span.tracked : values, field)
  }
}
