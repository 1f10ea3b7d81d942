import type { FilterSpec } from '../../query/filter.ts'

/** Who may do an act: one of the roles; with `in`, only in the organ that this field names, or below it. */
export interface By<Field extends string = string> {
  role: string | string[]
  in?: NoInfer<Field>
  /** Of an act from several states: only while the record is in one of these. */
  at?: string | string[]
}

/** What an act must find in other records; their rows are locked before it is decided. */
export interface FactsSpec<Field extends string = string> {
  /** By a link field: the record that it names must be like this. */
  linked?: Partial<Record<NoInfer<Field>, FilterSpec>>
  /** No record that points here is like this. */
  without?: WithoutSpec[]
}

/** Records of `register` that name this one in their link field `by`. */
export interface WithoutSpec {
  register: string
  by: string
  where?: FilterSpec
}

/** What an act does to other records, in the same transaction; whoever may do the act may do this. */
export interface EffectsSpec<Field extends string = string> {
  also?: AlsoSpec<Field>[]
  makes?: MakesSpec<Field>[]
}

/** An act on the record, or the records, that a link field names. */
export interface AlsoSpec<Field extends string = string> {
  on: NoInfer<Field>
  act: string
  /** By the fields of that record. */
  values?: Record<string, EffectValueSpec<Field>>
  /** Only where this record, after its own act, is like this. */
  when?: FilterSpec
}

/** A new record; with `each`, one for every thing that a field lists. */
export interface MakesSpec<Field extends string = string> {
  register: string
  each?: NoInfer<Field>
  values: Record<string, EffectValueSpec<Field>>
  when?: FilterSpec
}

/** The value of an own field, this record itself, the listed thing or a field of it, or a fixed value. */
export type EffectValueSpec<Field extends string = string> =
  | NoInfer<Field>
  | { record: true }
  | { each: true | string }
  | { value: unknown }

/** Somebody who has to agree: `review`, `sign`. */
export interface ApprovalSpec<Field extends string = string> {
  id: string
  by: By<Field> | By<Field>[]
}

/** A step in a record's life. */
export interface ActSpec<Field extends string = string, State extends string = string>
  extends FactsSpec<Field>,
    EffectsSpec<Field> {
  /** What it was called in earlier versions of the pack. */
  was?: string | string[]
  from: NoInfer<State> | NoInfer<State>[]
  to: NoInfer<State>
  /** One, or any of several. */
  by: By<Field> | By<Field>[]
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
  /** Not by the person who did this other act, or any of these, last. */
  notBy?: string | string[]
  /**
   * Others look at it and sign it, one after the other and each another person, before it is done. Each has a state
   * (`issueReview`) and an act of the same name of its own; `issueRefuse` leads back.
   */
  approval?: ApprovalSpec<Field>[]
  /** The document number field that it fills, when nobody gave a number: the next one of the series. */
  issues?: NoInfer<Field>
  /** An administrative inspection, order or penalty: closed to a coordinating body. */
  enforcement?: boolean
}
