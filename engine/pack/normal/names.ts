import { type FieldSpec, fieldTypeOf } from '../../fields/index.ts'
import type { ClockSpec, RegisterSpec } from '../notation/index.ts'
import type { PackClock } from '../pack.ts'

/** `foundOn` in the pack is `found_on` in the database. */
export function columnName(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** One or several, as a list. */
export function list(value: string | readonly string[] | undefined): string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : [...value]
}

/** The states of a living record. */
export function livingStates(spec: RegisterSpec): string[] {
  return spec.life?.states ?? ['recorded']
}

/** The states in which no act finds a record any more: it was merged into another, or never was. */
export const endedStates = ['merged', 'withdrawn']

/** The states of a register, `withdrawn` included. */
export function statesOf(spec: RegisterSpec): string[] {
  return [...livingStates(spec), ...(spec.merge === undefined ? [] : ['merged']), 'withdrawn']
}

/** A time limit with everything said that the notation may leave out. */
export function clockOf(spec: ClockSpec): Omit<PackClock, 'id'> {
  return { from: 'nextDay', before: false, rollsToWorkingDay: false, ...spec }
}

/** The one register that a field points to; undefined where it points to several, or to none. */
export function linkTarget(spec: FieldSpec): string | undefined {
  const targets = fieldTypeOf(spec).targets?.(spec) ?? []
  return targets.length === 1 ? targets[0] : undefined
}
