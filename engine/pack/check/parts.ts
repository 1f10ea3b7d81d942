import { type FieldSpec, fieldTypeOf } from '../../fields/index.ts'
import { isKnownType } from './looking.ts'
import type { Tell } from './packs.ts'

// One record is read and shown whole.
const mostParts = 1_000

/** Tells what cannot be said of a field whose value has several parts. */
export function checkParts(field: FieldSpec, path: string, tell: Tell): void {
  if (fieldTypeOf(field).parts === undefined) return
  // The stretches of a life keep one value each; and a search looks into columns.
  if (field.tracked === true) tell(path, 'wrongValue', 'tracked')
  if (field.search === true) tell(path, 'wrongValue', 'search')
  // Records that know of no part have none: nothing is filled in for them.
  if (field.default !== undefined) tell(path, 'wrongValue', 'default')
  const { min = 1, max = mostParts } = field as { min?: number; max?: number }
  if (!Number.isInteger(min) || min < 1) tell(path, 'wrongValue', 'min')
  if (!Number.isInteger(max) || max < min || max > mostParts) tell(path, 'wrongValue', 'max')
  if (field.type === 'rows') checkRow(field.fields, `${path}/fields`, tell)
}

function checkRow(fields: Record<string, FieldSpec>, path: string, tell: Tell): void {
  if (Object.keys(fields).length === 0) tell(path, 'empty')
  for (const [name, field] of Object.entries(fields)) {
    // A type that does not exist is told with the field itself.
    if (!isKnownType(field)) continue
    const isPlain = fieldTypeOf(field).parts === undefined && fieldTypeOf(field).isMade !== true
    if (!isPlain) tell(`${path}/${name}`, 'wrongType', field.type)
    if (field.tracked === true) tell(`${path}/${name}`, 'wrongValue', 'tracked')
    if (field.search === true) tell(`${path}/${name}`, 'wrongValue', 'search')
    if (field.default !== undefined) tell(`${path}/${name}`, 'wrongValue', 'default')
    if (field.copy !== undefined) tell(`${path}/${name}`, 'wrongValue', 'copy')
    if (field.type === 'date' && field.backdate !== undefined)
      tell(`${path}/${name}`, 'wrongValue', 'backdate')
  }
}
