import { splitFilter } from '@anzhi/engine/indicator'
import type { LeafIndicator, Pack, Register } from '@anzhi/engine/pack'
import { matches } from '@anzhi/engine/query'
import { isForward, keyOfRecord, openStates, type Values } from '@anzhi/engine/record'

export { isForward, openStates }

export type StateTone = 'begin' | 'onTheWay' | 'end' | 'out'

/** Where in its life a state stands, whatever it is called. */
export function toneOf(register: Register, state: string): StateTone {
  if (state === 'merged' || state === register.states.at(-1)) return 'out'
  if (!openStates(register).includes(state)) return 'end'
  return state === register.states[0] ? 'begin' : 'onTheWay'
}

/** The pack's own figures of what is late: counts of records whose date lies before the day they are read. */
export function lateIndicators(pack: Pack): LeafIndicator[] {
  return Object.values(pack.indicators).filter(
    (indicator): indicator is LeafIndicator =>
      indicator.kind === 'count' &&
      indicator.on === null &&
      splitFilter(indicator.where).asOf.some(({ is }) => is === 'before'),
  )
}

/** The date field by which a record is late today, by the pack's own definition; undefined when it is not. */
export function lateField(
  pack: Pack,
  register: Register,
  record: { state: string; values: Values },
  today: string,
): string | undefined {
  const keyOf = keyOfRecord(register, record)
  const late = lateIndicators(pack).find(
    (indicator) => indicator.register === register.id && matches(register, indicator.where, keyOf, today),
  )
  return late === undefined
    ? undefined
    : splitFilter(late.where).asOf.find(({ is }) => is === 'before')?.field
}
