import { type FieldSpec, fieldTypeOf, fieldTypes } from '../../fields/index.ts'
import type { Looking } from './looking.ts'

/**
 * What records are given that do not know a field must be a value of it; and one for every district: a record
 * or a file belongs to one, and a running number is given to each record by itself.
 */
export function checkDefault({ declared, tell }: Looking, field: FieldSpec, path: string): void {
  if (field.default === undefined || !Object.hasOwn(fieldTypes, field.type)) return
  const type = fieldTypeOf(field)
  // What has several parts has none of it, and that is told with its parts.
  if (type.parts !== undefined) return
  // A list that is not there is told where the field names it.
  const options = (list: string) => declared.options.get(list) ?? [field.default as string]
  const fits =
    type.isMade !== true &&
    type.targets === undefined &&
    type.check(field.default, field, { today: '2999-12-31', options }).ok
  if (!fits) tell(`${path}/default`, 'wrongValue', 'default')
}
