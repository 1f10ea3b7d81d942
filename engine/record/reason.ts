import { addDays, type Day, isDay } from '../calendar/index.ts'
import { fieldTypes } from '../fields/index.ts'
import type { Act, Register } from '../pack/index.ts'
import { ok, type Problem, problem, type Result } from '../problem/index.ts'
import type { Values } from './record.ts'

/** The reason as it is kept: plain text, or null when nothing was said. */
export function readReason(given: string | undefined, today: Day): Result<string | null> {
  if (given === undefined || given.trim() === '') return ok(null)
  const spec = { type: 'longText', max: 2_000 } as const
  const checked = fieldTypes.longText.check(given, spec, { today, options: () => undefined })
  return checked.ok
    ? checked
    : { ok: false, problems: checked.problems.map((found) => ({ ...found, field: 'reason' })) }
}

/**
 * Why a reason must be given: the act asks for one, a day lies further back than its field allows, or a
 * correction comes late. `changed` are the values that the act gives or changes, its own day among them.
 */
export function reasonNeeded(
  register: Register,
  act: Act,
  state: string | undefined,
  changed: Values,
  today: Day,
): Problem[] {
  if (act.asks.includes('reason')) return [problem('required', 'reason')]
  const days = Object.keys(changed).flatMap((field) => {
    const { spec } = register.fields[field]!
    const limit = spec.type === 'date' ? spec.backdate : undefined
    const day = changed[field]
    return limit !== undefined && isDay(day) && day < addDays(today, -limit) ? [limit] : []
  })
  if (days.length > 0) return [problem('reasonNeeded', 'reason', { days: Math.min(...days) })]
  const late = act.kind === 'correct' && state !== undefined && !act.freeIn.includes(state)
  return late ? [problem('reasonNeeded', 'reason')] : []
}
