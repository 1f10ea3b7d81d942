import type { Day } from '../calendar/index.ts'
import type { Result } from '../problem/index.ts'
import type { FieldSpec } from './registry.ts'

/** What a filter, an order or a figure compares. Money and other exact decimals travel as text. */
export type Scalar = string | number | boolean | null

/** One part of a value that has several: a row of a table of its own, by the row's fields. Unknown is not there. */
export type Part = Readonly<Record<string, unknown>>

/** What filters read of a value: a scalar, or the parts of a value that has several. */
export type FieldKey = Scalar | readonly Part[]

/** As PostgreSQL itself prints the name of a type. */
export type SqlType =
  | 'text'
  | 'text[]'
  | 'integer'
  | 'numeric'
  | 'numeric(18,2)'
  | 'date'
  | 'timestamp with time zone'
  | 'boolean'
  | 'uuid'
  | 'uuid[]'

/** One column of a field; `suffix` is added to the field's own column name. */
export interface Column {
  suffix: '' | `_${string}`
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
  /** What it was called in earlier versions of the pack. */
  was?: string | string[]
  /**
   * What records that are already there are given when the field becomes required and they do not know it. Nothing is
   * ever put into a record that somebody makes.
   */
  default?: unknown
  /** `site.sector`: taken from the record that a link field names, as it was when the link was given. */
  copy?: string
}

/**
 * What a part of a declaration is; the pack check holds it to that. `optionList`, `register`, `registers` (one
 * or several) and `units` (an option list, or the units themselves) must be there; `date` is another date field
 * of the record, `dayLimit` such a field or `today`; `numbering` the series of a document number; `decimals` is a whole number from 0 to 6; `fields` are the
 * declared fields of a row, `field` is one declaration, `derivation` how a value follows from others.
 */
export type SpecPart =
  | 'number'
  | 'decimals'
  | 'text'
  | 'flag'
  | 'optionList'
  | 'units'
  | 'register'
  | 'registers'
  | 'date'
  | 'dayLimit'
  | 'fields'
  | 'field'
  | 'derivation'
  | 'numbering'

/** The ids of an option list; undefined when there is no such list. */
export type OptionsOf = (list: string) => readonly string[] | undefined

export interface CheckEnv {
  today: Day
  options: OptionsOf
}

export interface ShowEnv {
  /** The word for a key in the reader's language. */
  word: (key: string) => string
  /** The title of a linked record, when the reader may see it. */
  titleOf: (register: string, id: string) => string | undefined
}

export type JsonSchema = Record<string, unknown>

/**
 * How two keys of a field compare, in memory as in SQL. A `set` is a list of ids, joined by commas; `parts` are
 * looked into by tests of their own, and have no order.
 */
export type KeyKind = 'text' | 'integer' | 'decimal' | 'boolean' | 'set' | 'parts'

type Known = Exclude<Scalar, null>

/** The scalar that filters, orders and figures read of a value, and the column it is kept in. */
interface Key<Spec, Value> {
  suffix: Column['suffix']
  kind: KeyKind
  of: (value: Value) => FieldKey
  /** The key that a filter means; undefined when no value could have it. Decided by the kind unless said. */
  read?: (given: unknown, spec: Spec) => Known | undefined
  /** The list of whose options it is the id, or the ids. */
  options?: (spec: Spec) => string
  /** It is a day, and may be compared with the day of a figure. */
  isDay?: true
  /** Text may be looked for in it: brings a phrase into the form in which the key is kept. */
  phrase?: (text: string) => string
  /** A key in words, for the definition of a figure; as it stands unless said. */
  show?: (key: Known, spec: Spec, env: Pick<ShowEnv, 'word'>) => string
}

/** How values of a type are added up: the key is the amount. */
interface Sum<Spec, Value> {
  /** Where a field holds several units, only the values in the figure's own unit are added. */
  unit?: {
    suffix: Column['suffix']
    of: (value: Value) => string
    among: (spec: Spec, options: OptionsOf) => readonly string[]
  }
}

/** How a value of several parts is kept: in a table of its own, a row for each part, in their order. */
interface Parts<Spec, Value> {
  fields: (spec: Spec) => Readonly<Record<string, FieldSpec>>
  /** The field of a row that a filter's plain value is compared with; parts without one are asked by `some`. */
  key?: string
  toRows: (value: Value) => readonly Part[]
  /** Of one row or more; what is unknown in a row is not there. */
  fromRows: (rows: readonly Part[]) => Value
}

/** A record that a value points to. */
export interface Pointer {
  register: string
  id: string
}

/**
 * The contract of a field type. Unknown is null and never reaches these functions: `check` gets what was
 * given, the others a value that `check` has passed.
 */
export interface FieldType<Spec, Value> {
  /** What a pack may say of such a field, beside what it may say of every field. */
  says: Readonly<Record<string, SpecPart>>
  /** Counted up or worked out: nobody gives a value of it. */
  isMade?: true
  /** Where a declaration says what type it is in truth: that type, for such declarations. */
  of?: (spec: Spec) => FieldType<Spec, Value>
  /** Declarations with values that they take: what the tests of every type begin with. */
  examples: readonly { spec: Spec; values: readonly unknown[] }[]
  /** Its columns in the table of its register; none where it is kept in parts. */
  columns: (spec: Spec) => readonly Column[]
  parts?: Parts<Spec, Value>
  key: Key<Spec, Value>
  /** Given where a sum over such a field means something. */
  sum?: Sum<Spec, Value>
  /** Problems carry no field, for the caller knows it; those of a part say which: `2.price`. */
  check: (input: unknown, spec: Spec, env: CheckEnv) => Result<Value>
  /** The order of two values: negative, 0 or positive. */
  compare: (a: Value, b: Value) => number
  show: (value: Value, spec: Spec, env: ShowEnv) => string
  /** Does `show` print all of a value? A link that was found is printed by its title. Always, unless said. */
  isShownWhole?: (value: Value, spec: Spec) => boolean
  /** Reads the text of a spreadsheet cell; what `show` prints whole is read back as the same value. */
  parse: (text: string, spec: Spec, env: CheckEnv & ShowEnv) => Result<Value>
  toColumns: (value: Value) => unknown[]
  /** Cells as PostgreSQL's driver gives them, or as `toColumns` does. */
  fromColumns: (cells: readonly unknown[]) => Value | null
  /** JSON Schema (2020-12) of a value in the API. */
  schema: (spec: Spec, env: CheckEnv) => JsonSchema
  /** The registers that its values may point to. */
  targets?: (spec: Spec) => readonly string[]
  /** The records that a value points to, as far as they are resolved; the value may be unchecked. */
  pointers?: (value: unknown, spec: Spec) => Pointer[]
}
