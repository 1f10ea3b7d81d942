import { addDays, type Day, isDay } from '../calendar/index.ts'
import { fieldTypes } from '../fields/index.ts'
import type { Act, Field, Register } from '../pack/index.ts'
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

/** How many days back a date may lie without a reason; a date that acts set follows its register unless it says. */
export function backdateOf(register: Register, { id, spec }: Field): number | undefined {
  if (spec.type !== 'date') return undefined
  if (spec.backdate !== undefined || register.backdate === null) return spec.backdate
  return Object.values(register.acts).some(({ dates }) => dates === id) ? register.backdate : undefined
}

/**
 * Why a reason must be given: the act asks for one, a day lies further back than its field allows, or a
 * correction comes late. `changed` are the values that the act gives or changes, the date that is its day among
 * them; `day` is its day where no field is.
 */
export function reasonNeeded(
  register: Register,
  act: Act,
  state: string | undefined,
  changed: Values,
  day: Day,
  today: Day,
): Problem[] {
  if (act.asks.includes('reason')) return [problem('required', 'reason')]
  const isPast = (given: unknown, limit: number) => isDay(given) && given < addDays(today, -limit)
  const days = Object.keys(changed).flatMap((field) => {
    const limit = backdateOf(register, register.fields[field]!)
    return limit !== undefined && isPast(changed[field], limit) ? [limit] : []
  })
  const own = act.dates === null && act.kind !== 'correct' ? register.backdate : null
  if (own !== null && isPast(day, own)) days.push(own)
  if (days.length > 0) return [problem('reasonNeeded', 'reason', { days: Math.min(...days) })]
  const late = act.kind === 'correct' && state !== undefined && !act.freeIn.includes(state)
  return late ? [problem('reasonNeeded', 'reason')] : []
}
