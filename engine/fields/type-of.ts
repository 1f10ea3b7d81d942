import type { FieldType, KeyKind, Scalar } from './field-type.ts'
import { knowTypes } from './inner.ts'
import { isLinkSpec, type LinkSpec } from './link-spec.ts'
import { type FieldSpec, fieldTypes } from './registry.ts'

export type FieldTypeName = keyof typeof fieldTypes

/** The type of a declared field. A value of it is opaque here: only the type's own functions look inside. */
export function fieldTypeOf(spec: FieldSpec): FieldType<FieldSpec, unknown> {
  const type = fieldTypes[spec.type] as unknown as FieldType<FieldSpec, unknown>
  return type.of?.(spec) ?? type
}

/** May a person give a value of it? What is counted up, worked out or taken over from another record is not given. */
export function isGiven(spec: FieldSpec): boolean {
  return spec.copy === undefined && fieldTypeOf(spec).isMade !== true
}

/** What a value is, however it came about: the declaration of what was worked out. */
export function plainSpec(spec: FieldSpec): FieldSpec {
  return spec.type === 'derived' ? spec.as : spec
}

knowTypes(fieldTypeOf)

/** The link that a filter names: the field's own, or each one of its several; undefined where it points to several registers. */
export function linkSpecOf(spec: FieldSpec): LinkSpec | undefined {
  const { parts } = fieldTypeOf(spec)
  const one = parts?.key === undefined ? spec : parts.fields(spec)[parts.key]!
  return isLinkSpec(one) ? one : undefined
}

/** The key that a filter means by a value; undefined when no value of the field could have it. */
export function readKey(spec: FieldSpec, given: unknown): Exclude<Scalar, null> | undefined {
  const { key } = fieldTypeOf(spec)
  if (key.read !== undefined) return key.read(given, spec)
  return readers[key.kind](given) ? (given as Exclude<Scalar, null>) : undefined
}

const isText = (given: unknown) => typeof given === 'string' && !/\p{Surrogate}|\0/u.test(given)

const readers: Record<KeyKind, (given: unknown) => boolean> = {
  parts: () => false,
  text: isText,
  set: isText,
  boolean: (given) => typeof given === 'boolean',
  integer: (given) => Number.isInteger(given) && Math.abs(given as number) < 2 ** 31,
  decimal: (given) => typeof given === 'string' && /^-?\d{1,15}(\.\d{1,12})?$/.test(given),
}
