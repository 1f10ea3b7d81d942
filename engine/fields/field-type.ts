import type { Day } from '../calendar/index.ts'
import type { Result } from '../problem/index.ts'

/** What a filter, an order or a figure compares. Money and other exact decimals travel as text. */
export type Scalar = string | number | boolean | null

export type SqlType = 'text' | 'integer' | 'numeric(18,2)' | 'date' | 'boolean' | 'uuid' | 'uuid[]'

/** One column of a field; `suffix` is added to the field's own column name. */
export interface Column {
  suffix: '' | '_id' | '_text' | '_kind'
  type: SqlType
}

/** What every field may say, whatever its type. */
export interface CommonSpec {
  /** Must be known when the record is made. */
  required?: boolean
  /** Its history is kept by the day, so that a figure as of an earlier day sees the value of then. */
  tracked?: boolean
  /** Free search in a list looks here. */
  search?: boolean
}

/** What a part of a declaration is: a pack that was not written in TypeScript is checked by it. */
export type SpecPart = 'number' | 'text' | 'flag'

export interface CheckEnv {
  today: Day
  /** The ids of an option list; undefined when there is no such list. */
  options: (list: string) => readonly string[] | undefined
}

export interface ShowEnv {
  /** The word for a key in the reader's language. */
  word: (key: string) => string
  /** The title of a linked record, when the reader may see it. */
  titleOf: (register: string, id: string) => string | undefined
}

export type JsonSchema = Record<string, unknown>

/** How two keys of a field compare, in memory as in SQL. */
export type KeyKind = 'text' | 'integer' | 'decimal' | 'boolean'

/**
 * The contract of a field type. Unknown is null and never reaches these functions: `check` gets what was
 * given, the others a value that `check` has passed.
 */
export interface FieldType<Spec, Value> {
  /** What a pack may say of such a field, beside what it may say of every field. */
  says: Readonly<Record<string, SpecPart>>
  columns: readonly Column[]
  /** The scalar that filters, orders and figures read, and the column it is kept in. */
  key: { suffix: Column['suffix']; kind: KeyKind; of: (value: Value) => Scalar }
  /** Problems carry no field: the caller knows it. */
  check: (input: unknown, spec: Spec, env: CheckEnv) => Result<Value>
  /** The order of two values: negative, 0 or positive. */
  compare: (a: Value, b: Value) => number
  show: (value: Value, spec: Spec, env: ShowEnv) => string
  /** Reads the text of a spreadsheet cell; what `show` prints is read back as the same value. */
  parse: (text: string, spec: Spec, env: CheckEnv & ShowEnv) => Result<Value>
  toColumns: (value: Value) => unknown[]
  fromColumns: (cells: readonly unknown[]) => Value | null
  /** JSON Schema (2020-12) of a value in the API. */
  schema: (spec: Spec, env: CheckEnv) => JsonSchema
}
