import type { Register } from '@anzhi/engine/pack'
import { same, type Values } from '@anzhi/engine/record'

/** One entry of a record's history, as the server tells it. */
export interface HistoryEvent {
  version: number
  act: string
  /** An instant, ISO 8601. */
  at: string
  day: string
  by: { account: string; name: string }
  reason: string | null
  onBehalfOf: { organ: string; paper: string } | null
  /** The record whose act this one followed from. */
  cause: { register: string; id: string } | null
  before: Values
  after: Values
  /** What things were called then, by the keys of now, where it was otherwise. */
  words: Record<string, string>
}

/** One field before and after an act; null is unknown. */
export interface ChangedField {
  field: string
  before: unknown
  after: unknown
}

/** The fields that an event changed, in the order of the register; `state` comes first. */
export function changedFields(
  register: Register,
  event: Pick<HistoryEvent, 'before' | 'after'>,
): ChangedField[] {
  // What the register no longer has comes last.
  const told = [...Object.keys(event.before), ...Object.keys(event.after)]
  return [...new Set(['state', ...Object.keys(register.fields), ...told])]
    .map((field) => ({ field, before: event.before[field] ?? null, after: event.after[field] ?? null }))
    .filter(({ before, after }) => !same(before, after))
}

/** Does the day of the act say more than the moment at which it was entered? */
export function isEnteredLater(event: Pick<HistoryEvent, 'at' | 'day'>): boolean {
  const entered = new Date(Date.parse(event.at) + 8 * 3_600_000).toISOString().slice(0, 10)
  return entered !== event.day
}
