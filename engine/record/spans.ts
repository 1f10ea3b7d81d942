import type { Day } from '../calendar/index.ts'
import type { Values } from './record.ts'

/**
 * A stretch of a record's life: from one act to the next, with the state and the tracked values that held.
 * `until` is the first day on which it no longer held, null while it still does. Two acts on one day leave a
 * stretch of no days, which no figure sees, but which remembers who did what.
 */
export interface Span {
  from: Day
  until: Day | null
  act: string
  /** The account that did it. */
  by: string
  state: string
  tracked: Values
}

/** The life of a record that has just been made. */
export function beginSpans(first: Omit<Span, 'until'>): Span[] {
  return [{ ...first, until: null }]
}

/** The life after one more step: the last stretch ends where the next begins. */
export function stepSpans(spans: readonly Span[], next: Omit<Span, 'until'>): Span[] {
  const last = spans.at(-1)
  if (last === undefined) throw new Error('a record without a life cannot go on')
  return [...spans.slice(0, -1), { ...last, until: next.from }, { ...next, until: null }]
}

/**
 * The life after a correction of tracked values. A correction says that a value was never true: it is
 * replaced from the last stretch backwards as long as the wrong value stood there.
 */
export function correctSpans(spans: readonly Span[], before: Values, after: Values): Span[] {
  const corrected = spans.map((span) => ({ ...span, tracked: { ...span.tracked } }))
  for (const field of Object.keys(after)) {
    for (let i = corrected.length - 1; i >= 0 && same(corrected[i]!.tracked[field], before[field]); i -= 1) {
      corrected[i]!.tracked[field] = after[field] ?? null
    }
  }
  return corrected
}

/** The life in which some stretches, by their place, begin on another day. Whether that is in order, is not asked. */
export function startSpansOn(spans: readonly Span[], days: ReadonlyMap<number, Day>): Span[] {
  const dayOf = (index: number) => days.get(index) ?? spans[index]?.from ?? null
  return spans.map((span, i) => ({ ...span, from: dayOf(i)!, until: dayOf(i + 1) }))
}

/** Are two values the same, whatever the order of their keys? Unknown is unknown, absent or null. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a == null || b == null) return false
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => same((a as Values)[key], (b as Values)[key]))
}
