import { leafOf } from '../normal/indicator.ts'
import type { FormSpec, IndicatorSpec } from '../notation/index.ts'
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
  const parts = leavesBehind(declared, spec)
  for (const part of parts) checkRow(declared, looked, part)
  const isAdded = leaf.total === 'sum' && parts.length > 0
  if (isAdded && !isAddable(declared, looked, spec)) tell(path, 'wrongValue', 'total')
}

/** What a figure is made of, as deep as it may be; what is not there is told where the figure is declared. */
function leavesBehind(declared: Declared, spec: IndicatorSpec, deep = 2): Leaf[] {
  // What is only stated is stated by organ, and has no register whose axes could be missing.
  if ('given' in spec) return []
  if (!('ratio' in spec || 'change' in spec || 'target' in spec)) return [leafOf(spec)]
  const parts = 'ratio' in spec ? spec.ratio : ['change' in spec ? spec.change : spec.target]
  return parts.flatMap((id) => {
    const part = declared.indicators.get(id)
    return part === undefined || deep === 0 ? [] : leavesBehind(declared, part, deep - 1)
  })
}

function checkRow(declared: Declared, { form: { rows }, by, path, tell }: Looked, part: Leaf): void {
  const register = declared.registers.get(part.register)
  if (register === undefined || by === null) return
  if ('axis' in rows && !Object.hasOwn(register.axes ?? {}, by)) tell(path, 'unknownAxis', by)
  if (!('options' in rows)) return
  const field = Object.hasOwn(register.fields, by) ? register.fields[by]! : undefined
  if (field === undefined) return tell(path, 'unknownField', by)
  const isOfList = ['choice', 'choices'].includes(field.type) && 'options' in field
  if (!isOfList || field.options !== rows.options) tell(path, 'wrongType', by)
}

/**
 * The rows come to the whole only where every record counts in one row, once, and the rows follow one another in time
 * without a stock being counted again. 家 and rates are never added up.
 */
function isAddable(declared: Declared, { form: { rows }, leaf, by }: Looked, spec: IndicatorSpec): boolean {
  if (!('count' in spec || 'sum' in spec)) return false
  if ('fixed' in rows) return true
  if ('months' in rows) return spec.on !== undefined && leaf.over !== 'year'
  const register = declared.registers.get(leafOf(spec).register)
  const field = 'axis' in rows ? register?.axes?.[by!] : by!
  const type = register?.fields[field ?? '']?.type
  return !['organs', 'choices'].includes(type as string)
}
