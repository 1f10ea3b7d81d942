import type { FilterSpec } from '../../query/filter.ts'

/** Who may do an act: one of the roles; with `in`, only in the organ that this field names, or below it. */
export interface By<Field extends string = string> {
  role: string | string[]
  in?: NoInfer<Field>
}

/** A step in a record's life. */
export interface ActSpec<Field extends string = string, State extends string = string> {
  /** What it was called in earlier versions of the pack. */
  was?: string | string[]
  from: NoInfer<State> | NoInfer<State>[]
  to: NoInfer<State>
  by: By<Field>
  /** The record must be like this before the act. */
  when?: FilterSpec
  /** Given in this act, always; `reason` is kept with the event. */
  asks?: (NoInfer<Field> | 'reason')[]
  /** Known afterwards, whether given now or before. */
  needs?: NoInfer<Field>[]
  /** May be given. */
  takes?: NoInfer<Field>[]
  /** Is emptied: what an earlier time left there is true no longer. */
  clears?: NoInfer<Field>[]
  /** The date field that it sets; its day is the act's day. */
  dates?: NoInfer<Field>
  /** Not by the person who did this other act last. */
  notBy?: string
  /** An administrative inspection, order or penalty: closed to a coordinating body. */
  enforcement?: boolean
}
