import type { OrderBy } from '../query/index.ts'
import type { Condition } from './condition.ts'
import type { LeafIndicator } from './indicator.ts'

export interface Report {
  id: string
  blocks: ReportBlock[]
  slots: Record<string, Slot>
  claims: Record<string, Claim>
}

export interface ReportBlock {
  kind: 'title' | 'heading1' | 'heading2' | 'paragraph'
  /** The key of its sentence; null when it has clauses only. */
  text: string | null
  clauses: Clause[]
  numbered: boolean
  join: 'comma' | 'semicolon' | 'stop'
}

export interface Clause {
  text: string
  /** null: it is printed unless all its figures are zero. */
  when: Condition | null
}

export interface Slot {
  id: string
  /** A count without a name: its records are those of the slot. */
  of: LeafIndicator
  /** For `last` the reverse of what is written: the one that is asked for comes first. */
  order: OrderBy[]
  take: 'only' | 'first' | 'last' | 'all'
  /** How many are printed at most. */
  most: number
  /** The pack said after how many 等 may stand. */
  mayCut: boolean
  show: string
}

export interface Claim {
  id: string
  when: Condition
  says: string
  otherwise: string
}
