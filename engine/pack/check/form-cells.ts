import { type FieldSpec, fieldTypeOf, fieldTypes } from '../../fields/index.ts'
import { leafOf, leavesBehind } from '../normal/indicator.ts'
import type { FormRowsSpec, FormSpec, IndicatorSpec, RegisterSpec } from '../notation/index.ts'
import type { FormLeafSpec } from './forms.ts'
import type { Declared, Tell } from './packs.ts'

interface Looked {
  form: FormSpec
  leaf: FormLeafSpec
  /** The axis or field that brings the figure to its row. */
  by: string | null
  figure: string
  path: string
  tell: Tell
}

type Leaf = ReturnType<typeof leafOf>

/** Tells why a figure cannot stand in a column: it is not there, cannot be told apart by row, or not be added up. */
export function checkCell(declared: Declared, looked: Looked): void {
  const { figure, path, tell, leaf } = looked
  const spec = declared.indicators.get(figure)
  if (spec === undefined) return tell(path, 'unknownIndicator', figure)
  for (const part of behind(declared, figure)) checkRow(declared, looked, part)
  // What is only stated is stated by organ, of no option.
  if ('given' in spec && 'options' in looked.form.rows) tell(path, 'wrongType', figure)
  if (leaf.total === 'sum' && !isAddable(declared, looked, spec)) tell(path, 'wrongValue', 'total')
}

/** What a figure is made of; what is only stated has no register whose axes could be missing. */
function behind({ indicators }: Declared, figure: string): Leaf[] {
  return leavesBehind(figure, Object.fromEntries(indicators))
}

function checkRow(declared: Declared, { form: { rows }, by, path, tell }: Looked, part: Leaf): void {
  const register = declared.registers.get(part.register)
  if (register === undefined || by === null) return
  if ('axis' in rows && !Object.hasOwn(register.axes ?? {}, by)) tell(path, 'unknownAxis', by)
  if (!('options' in rows)) return
  const field = fieldBy(rows, register, by)
  if (field === undefined) return tell(path, 'unknownField', by)
  // An unknown type is told where it is declared.
  const list = isKnownType(field) ? fieldTypeOf(field).key.options?.(field) : rows.options
  if (list !== rows.options) tell(path, 'wrongType', by)
}

/** The field by which the records of a register go to the rows. */
function fieldBy(rows: FormRowsSpec, register: RegisterSpec, by: string): FieldSpec | undefined {
  const { axes = {}, fields } = register
  const id = !('axis' in rows) ? by : Object.hasOwn(axes, by) ? axes[by] : undefined
  return id !== undefined && Object.hasOwn(fields, id) ? fields[id] : undefined
}

/** The registers to whose records the figures of a column go by an axis. */
export function treesOf(
  declared: Declared,
  { form, by, figure }: Pick<Looked, 'form' | 'by' | 'figure'>,
): string[] {
  const spec = declared.indicators.get(figure)
  if (spec === undefined || by === null) return []
  if ('given' in spec) return ['organ']
  return behind(declared, figure).flatMap((part) => {
    const register = declared.registers.get(part.register)
    const field = register === undefined ? undefined : fieldBy(form.rows, register, by)
    const targets =
      field === undefined || !isKnownType(field) ? [] : (fieldTypeOf(field).targets?.(field) ?? [])
    // What is no tree is told where the axis is declared.
    return targets.filter((target) => declared.registers.get(target)?.tree !== undefined)
  })
}

/**
 * The rows come to the whole only where every record counts in one row, once, and the rows follow one another in time
 * without a stock being counted again. 家 and rates are never added up.
 */
function isAddable(declared: Declared, { form: { rows }, leaf, by }: Looked, spec: IndicatorSpec): boolean {
  if (!('count' in spec || 'sum' in spec || 'given' in spec)) return false
  if ('given' in spec && spec.alone === true) return false
  if ('fixed' in rows) return true
  const isStock = 'given' in spec ? spec.stock === true : spec.on === undefined
  if ('months' in rows) return !isStock && leaf.over !== 'year'
  if ('given' in spec) return true
  const register = declared.registers.get(leafOf(spec).register)
  const field = register === undefined ? undefined : fieldBy(rows, register, by!)
  // What is not there, or of no type, is told elsewhere.
  if (field === undefined || !isKnownType(field)) return true
  const { parts, key } = fieldTypeOf(field)
  return parts === undefined && key.kind !== 'set'
}

function isKnownType(field: FieldSpec): boolean {
  return Object.hasOwn(fieldTypes, field.type)
}
