import { type Column, type FieldSpec, fieldTypeOf, fieldTypes } from '../fields/index.ts'
import type { Pack } from '../pack/index.ts'

/** Where a field keeps ids of options: the suffix of the column, and whether it holds several. */
export interface OptionSlot {
  suffix: Column['suffix']
  many: boolean
}

/** The columns of a field that hold ids of options, or units. */
export function optionSlots(spec: FieldSpec): OptionSlot[] {
  if (!Object.hasOwn(fieldTypes, spec.type)) return []
  const { key, sum, columns } = fieldTypeOf(spec)
  const suffix = key.options === undefined ? sum?.unit?.suffix : key.suffix
  if (suffix === undefined) return []
  const many = columns(spec).some((column) => column.suffix === suffix && column.type === 'text[]')
  return [{ suffix, many }]
}

/** The options, or units, that a field may hold, and the list that they are from; units may stand by themselves. */
export function optionsIn(
  pack: Pick<Pack, 'options'>,
  spec: FieldSpec,
): { list: string | null; ids: readonly string[] } | undefined {
  if (optionSlots(spec).length === 0) return undefined
  const { key, sum } = fieldTypeOf(spec)
  const options = (list: string) => (Object.hasOwn(pack.options, list) ? pack.options[list] : undefined)
  const list = key.options?.(spec)
  if (list !== undefined) return { list, ids: options(list) ?? [] }
  const { units } = spec as { units?: unknown }
  return { list: typeof units === 'string' ? units : null, ids: sum?.unit?.among(spec, options) ?? [] }
}
