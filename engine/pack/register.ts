import { type FieldSpec, fieldTypeOf } from '../fields/index.ts'
import type { Filter } from '../query/index.ts'
import type { Act } from './act.ts'
import { columnName } from './normal/names.ts'

export interface Register {
  id: string
  /** The pack that owns it. */
  pack: string
  /** The name of its table; its spans are in `<table>_span`. */
  table: string
  title: string
  axes: Record<string, string>
  /** The field that names the person to whom a record is given. */
  assigned: string | null
  /** The field that names the record above; null where the register is no tree. */
  tree: string | null
  /** How its records come to belong to campaigns; null where they do not. */
  tags: Tagging | null
  /** Everybody in the district sees its records. */
  open: boolean
  /** How many days back an act may be dated without a reason; its own date field may say otherwise. */
  backdate: number | null
  /** No two living records are alike in these fields (where `within` has a day in common). */
  unique: { fields: string[]; blank: string[]; within: [string, string] | null }[]
  fields: Record<string, Field>
  /** The first one is where a record begins; `withdrawn` is the last of every register, after `merged` if it has that. */
  states: string[]
  acts: Record<string, Act>
  list: { columns: string[]; filters: string[]; order: string[] }
}

export interface Tagging {
  /** By the key of a scope: what belongs to it by itself. */
  rules: { scope: string; where: Filter }[]
  /** The link whose record a new one takes over from. */
  carries: string | null
}

export interface Field {
  id: string
  /** The stem of its columns' names. */
  column: string
  spec: FieldSpec
}

/** A field whose value has several parts, as it is kept: a table of its own with a row for each part. */
export interface PartTable {
  field: Field
  table: string
  /** The fields of a row. */
  fields: Record<string, Field>
}

/** The tables beside a register's own in which the parts of its fields are kept. */
export function partTables(register: Pick<Register, 'table' | 'fields'>): PartTable[] {
  return Object.values(register.fields).flatMap((field) => findPartTable(register, field) ?? [])
}

/** The table of a field's parts; undefined where its value is kept in columns. */
export function findPartTable(register: Pick<Register, 'table'>, field: Field): PartTable | undefined {
  const { parts } = fieldTypeOf(field.spec)
  if (parts === undefined) return undefined
  const fields = Object.entries(parts.fields(field.spec)).map(([id, spec]): [string, Field] => [
    id,
    { id, column: columnName(id), spec },
  ])
  return { field, table: `${register.table}_${field.column}`, fields: Object.fromEntries(fields) }
}
