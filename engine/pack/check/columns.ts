import { type FieldSpec, fieldTypeOf } from '../../fields/index.ts'
import { columnName } from '../normal/names.ts'
import type { RegisterSpec } from '../notation/index.ts'
import { isKnownType, reserved } from './looking.ts'
import type { Tell } from './packs.ts'

// Columns that every record or every stretch of its life has.
const ownColumns = [
  'district',
  'id',
  'version',
  'state',
  'record',
  'n',
  'from_day',
  'until_day',
  'act',
  'by_account',
]
// PostgreSQL cuts longer names in silence; the longest made of a column is that of its index.
const longestName = 63

/** Two fields may not come to one column, nor a name to one that PostgreSQL would cut. */
export function checkColumns(id: string, spec: RegisterSpec, path: string, tell: Tell): void {
  checkTable(columnName(id), spec.fields, `${path}/fields`, tell)
  for (const [name, field] of Object.entries(spec.fields)) {
    if (isKnownType(field) && field.type === 'rows')
      checkTable(`${columnName(id)}_${columnName(name)}`, field.fields, `${path}/fields/${name}/fields`, tell)
  }
}

function checkTable(table: string, fields: Record<string, FieldSpec>, path: string, tell: Tell): void {
  const taken = new Set(ownColumns)
  for (const [name, field] of Object.entries(fields)) {
    if (!isKnownType(field)) continue
    const columns = fieldTypeOf(field)
      .columns(field)
      .map(({ suffix }) => columnName(name) + suffix)
    const free = columns.every((column) => !taken.has(column))
    const short = [...columns, columnName(name)].every(
      (column) => `${table}_${column}_ix`.length <= longestName,
    )
    if (!free && !reserved.includes(name)) tell(`${path}/${name}`, 'nameTaken', name)
    if (!short) tell(`${path}/${name}`, 'badId', name)
    for (const column of columns) taken.add(column)
  }
}
