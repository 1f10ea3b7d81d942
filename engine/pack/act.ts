import type { Filter } from '../query/index.ts'

export interface Act {
  id: string
  kind: 'create' | 'step' | 'correct' | 'withdraw'
  /** Empty for `create`. */
  from: string[]
  /** null for `correct`, which leaves the state alone. */
  to: string | null
  roles: string[]
  in: string | null
  when: Filter | null
  asks: string[]
  needs: string[]
  takes: string[]
  clears: string[]
  dates: string | null
  notBy: string | null
  enforcement: boolean
  /** For `correct`: the states in which no reason is needed. */
  freeIn: string[]
}
