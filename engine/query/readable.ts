import { type FieldSpec, type FieldType, fieldTypeOf, type KeyKind } from '../fields/index.ts'

/** What a filter may speak of: the fields of a register and its states; a row has none. */
export interface Readable {
  fields: Record<string, { spec: FieldSpec }>
  states: readonly string[]
  /** Does a record of a tree stand at or below another today? What reads a filter that asks so must know. */
  isBelow?: (id: string, ancestor: string) => boolean
}

/** What a filter may speak of in one part of a field that has several; undefined where it has none. */
export function partsOf(spec: FieldSpec): (Readable & { key?: string }) | undefined {
  const { parts } = fieldTypeOf(spec)
  if (parts === undefined) return undefined
  const fields = Object.entries(parts.fields(spec)).map(([name, field]) => [name, { spec: field }])
  return {
    fields: Object.fromEntries(fields),
    states: [],
    ...(parts.key === undefined ? {} : { key: parts.key }),
  }
}

/** How a field is compared; undefined for the state. */
export function keyOf(of: Readable, field: string): FieldType<FieldSpec, unknown>['key'] | undefined {
  return field === 'state' ? undefined : fieldTypeOf(of.fields[field]!.spec).key
}

/** The kind of key that a field is compared by. */
export function keyKind(of: Readable, field: string): KeyKind {
  return keyOf(of, field)?.kind ?? 'text'
}
