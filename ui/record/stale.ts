import type { Register } from '@anzhi/engine/pack'
import { same, type Values } from '@anzhi/engine/record'
import type { Titles } from '../reader/index.ts'
import type { Draft, SeenRecord } from './act-form.ts'

/** A field that somebody else changed while a form was open. */
export interface Changed {
  /** A field, or `state`. */
  field: string
  seen: unknown
  now: unknown
  /** What this form would make of it; absent when the form leaves it alone. */
  mine?: unknown
  /** Both changed it, and not to the same: a person must choose. */
  clash: boolean
}

export type Choice = 'now' | 'mine'

/** What changed between the record that was seen and the record as it is, beside what this form would send. */
export function changedMeanwhile(
  register: Register,
  seen: SeenRecord,
  now: SeenRecord,
  mine: Values,
): Changed[] {
  const state = { field: 'state', seen: seen.state, now: now.state, clash: false }
  const fields = Object.keys(register.fields).flatMap((field): Changed[] => {
    const was = seen.values[field] ?? null
    const is = now.values[field] ?? null
    if (same(was, is)) return []
    if (!Object.hasOwn(mine, field)) return [{ field, seen: was, now: is, clash: false }]
    const wanted = mine[field] ?? null
    return [{ field, seen: was, now: is, mine: wanted, clash: !same(wanted, is) }]
  })
  return seen.state === now.state ? fields : [state, ...fields]
}

/** Every clash has been decided. */
export function isDecided(changed: readonly Changed[], choices: Record<string, Choice>): boolean {
  return changed.every(({ field, clash }) => !clash || choices[field] !== undefined)
}

/**
 * The draft to go on with: a field that others changed and this form did not follows what it is now, and a
 * clash follows the choice.
 */
export function rebase(draft: Draft, changed: readonly Changed[], choices: Record<string, Choice>): Draft {
  const values = { ...draft.values }
  for (const { field, now, mine } of changed) {
    const keepsMine = mine !== undefined && choices[field] !== 'now'
    if (field !== 'state' && Object.hasOwn(values, field) && !keepsMine) values[field] = now
  }
  return { ...draft, values }
}

/** The names of both readings of a record; where they differ, the later one's. */
export function bothTitles(before: Titles, after: Titles): Titles {
  const registers = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(registers.map((id) => [id, { ...before[id], ...after[id] }]))
}
