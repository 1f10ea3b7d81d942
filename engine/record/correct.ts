import { type Day, isDay } from '../calendar/index.ts'
import type { Register } from '../pack/index.ts'
import { bad, ok, type Problem, problem, type Result } from '../problem/index.ts'
import { trackedFields, type Values } from './record.ts'
import { correctSpans, type Span, startSpansOn } from './spans.ts'

/** A date that an act had set, corrected: the stretch that it began, and the day it should begin on. */
interface Move {
  field: string
  index: number
  day: Day
}

/**
 * The life of a record after a correction: tracked values are rewritten as far back as the wrong value stood,
 * and where the day of an act was corrected, its stretch begins on the right day. Days may be moved together;
 * only where they end up must be in order.
 */
export function correctedSpans(
  register: Register,
  spans: readonly Span[],
  before: Values,
  after: Values,
  today: Day,
): Result<Span[]> {
  const tracked = trackedFields(register).filter((field) => field in after)
  const pick = (values: Values) => Object.fromEntries(tracked.map((field) => [field, values[field] ?? null]))
  const { moves, problems } = movesOf(register, spans, after, today)
  const days = new Map(moves.map(({ index, day }) => [index, day]))
  const moved = startSpansOn(correctSpans(spans, pick(before), pick(after)), days)
  const wrong = moves.filter(({ index }) => isOutOfOrder(moved, index))
  const all = [...problems, ...wrong.map(({ field }) => problem('outOfOrder', field))]
  return all.length === 0 ? ok(moved) : bad(...all)
}

function movesOf(register: Register, spans: readonly Span[], after: Values, today: Day) {
  const moves: Move[] = []
  const problems: Problem[] = []
  for (const field of Object.keys(after)) {
    // Several acts may set one date; it is the day of the one that was done last.
    const index = spans.findLastIndex(({ act }) => register.acts[act]?.dates === field)
    const day = after[field]
    // A day that was emptied since is no longer the day of any act.
    const emptied = spans.findLastIndex(({ act }) => register.acts[act]?.clears.includes(field))
    if (index <= emptied || index < 0) continue
    if (!isDay(day)) problems.push(problem('required', field))
    else if (day > today) problems.push(problem('inFuture', field, { today }))
    else moves.push({ field, index, day })
  }
  return { moves, problems }
}

function isOutOfOrder(spans: readonly Span[], index: number): boolean {
  const { from } = spans[index]!
  return from < (spans[index - 1]?.from ?? from) || from > (spans[index + 1]?.from ?? from)
}
