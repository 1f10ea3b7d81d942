import type { FieldSpec } from '../../fields/index.ts'
import type { FilterSpec } from '../../query/filter.ts'
import type { ActSpec, By, EffectsSpec, FactsSpec, WithoutSpec } from './act.ts'

/** Field and state names are type parameters so that a misspelt one is red while the pack is typed. */
export interface RegisterSpec<Field extends string = string, State extends string = string> {
  /** What it was called in earlier versions of the pack. */
  was?: string | string[]
  /** The title of a record, with its fields in braces: `{number} {what}`. */
  title: string
  /** The fields along which a record is counted, each leading into a tree; along those of organs it is seen. */
  axes?: Record<string, NoInfer<Field>>
  /** The person to whom a record is given: their organ sees it. */
  assigned?: NoInfer<Field>
  /** The field by which a record names the one above it: its records are a tree, and its changes are dated. */
  tree?: NoInfer<Field>
  /** Everybody in the district sees its records, whomever they touch: a directory. */
  open?: boolean
  /** Its records may be put into campaigns and parts of their plans; by whom, where it is not who may correct them. */
  tagged?: true | { by: By<Field> | By<Field>[] }
  /** What is like this belongs to the scope of this key, by itself. */
  tagRules?: TagRuleSpec[]
  /** A new record takes over what the record that this link names belongs to. */
  carries?: NoInfer<Field>
  /** How many days back an act may be dated without a reason, where its own date field does not say. */
  backdate?: number
  fields: Record<Field, FieldSpec>
  create: CreateSpec<Field>
  correct: CorrectSpec<Field, State>
  /** No two living records are alike in all of these fields. */
  unique?: UniqueSpec<Field>[]
  /** Who may say that two of its records are one. */
  merge?: { by: By<Field> | By<Field>[] }
  withdraw: { by: By<Field> | By<Field>[]; without?: WithoutSpec[] }
  life?: LifeSpec<Field, State>
  /** What its list shows, offers as filters, and is ordered by at first (`-` before a field: descending). */
  list: { columns: (NoInfer<Field> | 'state')[]; filters?: (NoInfer<Field> | 'state')[]; order?: string[] }
}

export interface TagRuleSpec {
  /** The key of a scope, which is a record of the office. */
  scope: string
  where: FilterSpec
}

export interface LifeSpec<Field extends string = string, State extends string = string> {
  /** The first one is where a record begins. */
  states: State[]
  /** What states were called in earlier versions of the pack: `{ struckOff: 'closed' }`. */
  was?: Partial<Record<NoInfer<State>, string | string[]>>
  acts: Record<string, ActSpec<Field, State>>
}

/** With `within`, only those whose days (from, to; either may be open) have a day in common are compared. */
export interface UniqueSpec<Field extends string = string> {
  fields: NoInfer<Field>[]
  /** Compared as well; two records that do not know them are alike in them. */
  blank?: NoInfer<Field>[]
  within?: [NoInfer<Field>, NoInfer<Field>]
}

export interface CreateSpec<Field extends string = string> extends FactsSpec<Field>, EffectsSpec<Field> {
  by: By<Field> | By<Field>[]
  /** The date field that says on which day the record's life begins; without it, the day of entry. */
  dates?: NoInfer<Field>
  /** Every field that no later act gives, unless said. */
  takes?: NoInfer<Field>[]
  /** The document number field that it fills, when nobody gave a number. */
  issues?: NoInfer<Field>
  enforcement?: boolean
}

export interface CorrectSpec<Field extends string = string, State extends string = string> {
  by: By<Field> | By<Field>[]
  /** Which fields may be corrected; all but running numbers unless said. */
  fields?: NoInfer<Field>[]
  /** In these states without a reason; in every other state a reason is asked. */
  freeIn?: NoInfer<State>[]
}

/** Lets the compiler see a register while it is typed; returns it unchanged. */
export function register<Field extends string, State extends string>(
  spec: RegisterSpec<Field, State>,
): RegisterSpec {
  return spec as unknown as RegisterSpec
}
