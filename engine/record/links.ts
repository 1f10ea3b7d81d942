import { isLinkSpec, type Link, targetOf } from '../fields/index.ts'
import type { Register } from '../pack/index.ts'
import type { Values } from './record.ts'

/** A record that a value points to. */
export interface LinkedId {
  field: string
  register: string
  id: string
}

/** The records that values point to, as far as they are resolved; files among them. */
export function linkedIds(register: Register, values: Values): LinkedId[] {
  return Object.values(register.fields).flatMap(({ id: field, spec }): LinkedId[] => {
    const value = values[field]
    if (value == null) return []
    if (spec.type === 'files') return (value as string[]).map((id) => ({ field, register: 'file', id }))
    if (!isLinkSpec(spec)) return []
    const { id } = value as Link
    return id === null ? [] : [{ field, register: targetOf(spec), id }]
  })
}
