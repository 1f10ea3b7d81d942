import { isLinkSpec, isUuid, targetOf } from '../fields/index.ts'
import type { Register } from '../pack/index.ts'
import type { Values } from './record.ts'

/** A record that a value points to. */
export interface LinkedId {
  field: string
  register: string
  id: string
}

/**
 * The records that values point to, as far as they are resolved; files among them. Values may be unchecked:
 * what cannot be read as a link points to nothing.
 */
export function linkedIds(register: Register, values: Values): LinkedId[] {
  return Object.values(register.fields).flatMap(({ id: field, spec }): LinkedId[] => {
    const value = values[field]
    if (spec.type === 'files') {
      return (Array.isArray(value) ? value : []).filter(isUuid).map((id) => ({ field, register: 'file', id }))
    }
    if (!isLinkSpec(spec)) return []
    const id = (value as { id?: unknown } | null | undefined)?.id
    return isUuid(id) ? [{ field, register: targetOf(spec), id }] : []
  })
}
