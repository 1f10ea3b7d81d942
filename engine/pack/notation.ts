import type { Calendar, Clock, Standing } from '../calendar/index.ts'
import type { FieldSpec } from '../fields/index.ts'
import type { FilterSpec } from '../query/filter.ts'

/**
 * The notation in which a pack is written. It holds data only: what is not JSON is refused by the check.
 * Words stand apart, in `words.zh` and `words.en`.
 */
export interface PackSource {
  id: string
  version: string
  /** Ids of the packs whose registers it may refer to. */
  buildsOn: string[]
  roles?: Record<string, RoleSpec>
  /** Option lists: ids in the order in which they are offered. */
  options?: Record<string, string[]>
  registers?: Record<string, RegisterSpec>
  indicators?: Record<string, IndicatorSpec>
  reports?: Record<string, ReportSpec>
  /** Time limits, each with the words `clock.<id>` and `clock.<id>.source`. */
  clocks?: Record<string, ClockSpec>
  /** The working days that an installation begins with; of one pack only. Its holidays have words `holiday.<id>`. */
  calendar?: Calendar
  words: { zh: Record<string, string>; en: Record<string, string> }
}

export interface RoleSpec {
  /** `district` sees every record of its district, `organ` those that touch its own organ's subtree. */
  sees: 'district' | 'organ'
  /**
   * A body that coordinates (安委会, 安委办, 专班): it supervises, and may never perform an act marked
   * `enforcement`, on whatever path.
   */
  coordinating?: boolean
  /** May type what other organs did, each time with the paper that says so. */
  entersFor?: boolean
}

/** Who may do an act: one of the roles; with `in`, only in the organ that this field names, or below it. */
export interface By<Field extends string = string> {
  role: string | string[]
  in?: NoInfer<Field>
}

/** Field and state names are type parameters so that a misspelt one is red while the pack is typed. */
export interface RegisterSpec<Field extends string = string, State extends string = string> {
  /** The title of a record, with its fields in braces: `{number} {what}`. */
  title: string
  /** The organ fields along which a record is counted and seen. */
  axes?: Record<string, NoInfer<Field>>
  /** Everybody in the district sees its records, whomever they touch: a directory. */
  open?: boolean
  fields: Record<Field, FieldSpec>
  create: CreateSpec<Field>
  correct: CorrectSpec<Field, State>
  withdraw: { by: By<Field> }
  life?: { states: State[]; acts: Record<string, ActSpec<Field, State>> }
  /** What its list shows, offers as filters, and is ordered by at first (`-` before a field: descending). */
  list: { columns: (NoInfer<Field> | 'state')[]; filters?: (NoInfer<Field> | 'state')[]; order?: string[] }
}

export interface CreateSpec<Field extends string = string> {
  by: By<Field>
  /** The date field that says on which day the record's life begins; without it, the day of entry. */
  dates?: NoInfer<Field>
  /** Every field that no later act gives, unless said. */
  takes?: NoInfer<Field>[]
  enforcement?: boolean
}

export interface CorrectSpec<Field extends string = string, State extends string = string> {
  by: By<Field>
  /** Which fields may be corrected; all but running numbers unless said. */
  fields?: NoInfer<Field>[]
  /** In these states without a reason; in every other state a reason is asked. */
  freeIn?: NoInfer<State>[]
}

/** A step in a record's life. */
export interface ActSpec<Field extends string = string, State extends string = string> {
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

export type IndicatorSpec = CountSpec | SumSpec | DistinctSpec | RatioSpec

interface LeafSpec {
  /** The date field that places a record in the period; a stock has none. */
  on?: string
  unit: string
  /** Only records, and states of them, that are like this; `asOf` may stand for the day of the figure. */
  where?: FilterSpec
}

/** How many records. */
export interface CountSpec extends LeafSpec {
  count: string
}

/** The sum of a number field; records where it is unknown contribute nothing. */
export interface SumSpec extends LeafSpec {
  sum: string
  of: string
}

/** How many different organs, people or records a link field names (家, 位, 台). */
export interface DistinctSpec extends LeafSpec {
  distinct: string
  of: string
}

/** The first over the second; nothing to divide by prints —. */
export interface RatioSpec {
  ratio: [string, string]
  unit: '%' | '‰'
  /** Printed decimals, rounded half up. */
  decimals: number
}

/** A time limit. What is not said: the day on which it begins does not count, and a day off does not move its end. */
export interface ClockSpec extends Pick<Clock, 'count' | 'unit'>, Partial<Pick<Clock, 'from'>> {
  /** Counted back from an event: the last day on which something may still be done ahead of it. */
  before?: boolean
  /** Ends after the days off when it would end on one (民法典 art. 203); of working days it always does. */
  rollsToWorkingDay?: boolean
  /** How far its number is to be relied on; told with every day that comes of it. */
  standing: Standing
}

export interface ReportSpec {
  blocks: ReportBlockSpec[]
}

/**
 * `text` is a key of the pack's words. In the sentence `{indicator}` stands for a figure with its unit and
 * `{=name}` for a plain slot (`from`, `to`, `asOf`, `organ`).
 */
export interface ReportBlockSpec {
  kind: 'title' | 'heading1' | 'heading2' | 'paragraph'
  text: string
}

/** Lets the compiler see a pack while it is typed; returns it unchanged. */
export function pack(source: PackSource): PackSource {
  return source
}

/** Lets the compiler see a register while it is typed; returns it unchanged. */
export function register<Field extends string, State extends string>(
  spec: RegisterSpec<Field, State>,
): RegisterSpec {
  return spec as unknown as RegisterSpec
}
