import type { FieldSpec } from '../../fields/index.ts'
import type { ActSpec } from './act.ts'

/** What a pack adds to a register of another. What is declared there it cannot change. */
export interface ExtensionSpec {
  /** Roles that may also do what the register itself declares. */
  by?: string | string[]
  fields?: Record<string, FieldSpec>
  /** Steps between the states that the register has. */
  acts?: Record<string, ActSpec>
}
