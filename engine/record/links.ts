import { fieldTypeOf, type Pointer } from '../fields/index.ts'
import type { Register } from '../pack/index.ts'
import type { Values } from './record.ts'

/** A record that a value points to. */
export interface LinkedId extends Pointer {
  field: string
}

/**
 * The records that values point to, as far as they are resolved; files among them. Values may be unchecked:
 * what cannot be read as a link points to nothing.
 */
export function linkedIds(register: Register, values: Values): LinkedId[] {
  return Object.values(register.fields).flatMap(({ id: field, spec }) =>
    (fieldTypeOf(spec).pointers?.(values[field], spec) ?? []).map((pointer) => ({ field, ...pointer })),
  )
}
