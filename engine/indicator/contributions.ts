import type { Day, Period } from '../calendar/index.ts'
import { fieldTypeOf } from '../fields/index.ts'
import type { LeafIndicator, Register } from '../pack/index.ts'
import { matches } from '../query/index.ts'
import { keyInSpan, type LivingRecord, type Span, trackedFields, type Values } from '../record/index.ts'
import type { Belongs } from './along.ts'
import { type Holding, narrow, splitFilter } from './bounds.ts'
import { amountsOf } from './parts-of.ts'
import { narrowByPointing, type Pointed } from './pointing.ts'

/**
 * What one record adds to one figure: an amount (exact, as text) or a unit to be counted once; the day that
 * places it in a period (null for a stock); and the days of the figure for which it holds.
 */
export interface Contribution {
  record: string
  /** Which of its rows, from 0; null where the record itself adds it. */
  row: number | null
  amount: string | null
  unit: string | null
  on: Day | null
  /** The organs on whose account it goes, along the axis of the indicator. */
  organs: string[]
  from: Day
  until: Day | null
}

/** What is asked for: of a stock the day of the figure places it. Records that name others are looked up. */
export interface Belonging {
  belongs: Belongs
  pointed: Pointed
  asOf: Day
}

const everywhere: Belonging = { belongs: () => true, pointed: () => [], asOf: '' }

/** Every contribution of a record to a leaf indicator, in the order of its life. */
export function contributionsOf(
  leaf: LeafIndicator,
  register: Register,
  record: LivingRecord,
  asked: Belonging = everywhere,
): Contribution[] {
  const { plain, asOf } = splitFilter(leaf.where)
  const tracked = trackedFields(register)
  return record.spans.flatMap((span): Contribution[] => {
    const keyOf = keyInSpan(register, record, span)
    const on = leaf.on === null ? null : (keyOf(leaf.on) as Day | null)
    if ((leaf.on !== null && on === null) || !matches(register, plain, keyOf)) return []
    if (!asked.belongs(keyOf, on ?? asked.asOf, record)) return []
    const holding = asOf.reduce((held: Holding, test) => narrow(held, test.is, keyOf(test.field) as Day), {
      from: span.from,
      until: span.until,
    })
    const amounts = amountsOf(leaf, register, keyOf, valuesInSpan(record, span, tracked))
    const empty = holding.until !== null && holding.until <= holding.from
    if (amounts.length === 0 || empty) return []
    const organs = organsOf(leaf, register, record, span)
    const held = narrowByPointing(holding, leaf.pointing, record.id, asked.pointed)
    return held.flatMap((days) =>
      amounts.map((amount) => ({ record: record.id, ...amount, on, organs, ...days })),
    )
  })
}

function valuesInSpan({ values }: LivingRecord, span: Span, tracked: readonly string[]): Values {
  return { ...values, ...Object.fromEntries(tracked.map((field) => [field, span.tracked[field] ?? null])) }
}

/** Those that the axis names then; a joint visit goes on the account of each. */
function organsOf({ axis }: LeafIndicator, register: Register, record: LivingRecord, span: Span): string[] {
  if (axis === null) return []
  const { id, spec } = register.fields[register.axes[axis]!]!
  const value = (spec.tracked === true ? span.tracked : record.values)[id] ?? null
  return (fieldTypeOf(spec).pointers?.(value, spec) ?? []).map((pointer) => pointer.id)
}

/** Does a contribution count in this period, as of this day? */
export function counts(contribution: Contribution, period: Period, asOf: Day): boolean {
  const { on, from, until } = contribution
  const placed = on === null || (period.from <= on && on <= period.to)
  return placed && from <= asOf && (until === null || asOf < until)
}
