import type { Filter } from '../query/index.ts'

/** Who may do an act: these roles, with `in` only in the organ that the field names or below it. */
export interface Right {
  roles: string[]
  in: string | null
  /** Only in these states; null in every state from which the act leads. */
  at: string[] | null
}

/** Records that name this one in their link field `by`, and are like this. */
export interface Without {
  register: string
  by: string
  where: Filter
}

/** What another record is given: an own value, this record, the listed thing or a field of it, a fixed value. */
export type EffectValue = { own: string } | { record: true } | { each: true | string } | { value: unknown }

/** An act that this one performs on the records that a link field names. */
export interface Also {
  on: string
  act: string
  values: Record<string, EffectValue>
  when: Filter
}

/** Records that an act makes: one, or one for each thing that a field lists. */
export interface Makes {
  each: string | null
  register: string
  values: Record<string, EffectValue>
  when: Filter
}

export interface Act {
  id: string
  kind: 'create' | 'step' | 'correct' | 'withdraw' | 'merge' | 'remark' | 'undo' | 'tag' | 'untag'
  /** Empty for `create`. */
  from: string[]
  /** null where the state is left alone. */
  to: string | null
  /** Any of these. */
  by: Right[]
  when: Filter | null
  asks: string[]
  needs: string[]
  takes: string[]
  clears: string[]
  dates: string | null
  notBy: string[]
  /** By link field: what the record that it names must be like. */
  linked: Record<string, Filter>
  without: Without[]
  also: Also[]
  makes: Makes[]
  /** The document number field that it fills. */
  issues: string | null
  enforcement: boolean
  /** For `correct`: the states in which no reason is needed. */
  freeIn: string[]
}

/** An act that asks for nothing and changes nothing: what every act begins with. */
export const plainAct: Omit<Act, 'id' | 'kind'> = {
  from: [],
  to: null,
  by: [],
  when: null,
  asks: [],
  needs: [],
  takes: [],
  clears: [],
  dates: null,
  notBy: [],
  linked: {},
  without: [],
  also: [],
  makes: [],
  issues: null,
  enforcement: false,
  freeIn: [],
}
