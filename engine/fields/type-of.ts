import type { FieldType, KeyKind, Scalar } from './field-type.ts'
import { knowTypes } from './inner.ts'
import { isLinkSpec, type LinkSpec } from './link-spec.ts'
import { type FieldSpec, fieldTypes } from './registry.ts'

export type FieldTypeName = keyof typeof fieldTypes

/** The type of a declared field. A value of it is opaque here: only the type's own functions look inside. */
export function fieldTypeOf(spec: FieldSpec): FieldType<FieldSpec, unknown> {
  return fieldTypes[spec.type] as unknown as FieldType<FieldSpec, unknown>
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
