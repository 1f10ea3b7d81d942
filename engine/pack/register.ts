import type { FieldSpec } from '../fields/index.ts'
import type { Act } from './act.ts'

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
  /** Everybody in the district sees its records. */
  open: boolean
  /** How many days back an act may be dated without a reason; its own date field may say otherwise. */
  backdate: number | null
  fields: Record<string, Field>
  /** The first one is where a record begins; `withdrawn` is the last of every register. */
  states: string[]
  acts: Record<string, Act>
  list: { columns: string[]; filters: string[]; order: string[] }
}

export interface Field {
  id: string
  /** The stem of its columns' names. */
  column: string
  spec: FieldSpec
}
