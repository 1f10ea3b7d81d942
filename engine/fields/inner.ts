import type { FieldType } from './field-type.ts'
import type { FieldSpec } from './registry.ts'

type TypeOf = (spec: FieldSpec) => FieldType<FieldSpec, unknown>

let typeOf: TypeOf | undefined

/** The type of a field inside a field. A type cannot import the list of types in which it stands itself. */
export const innerType: TypeOf = (spec) => typeOf!(spec)

/** Told once, when the list of types is there. */
export function knowTypes(known: TypeOf): void {
  typeOf = known
}
