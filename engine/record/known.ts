import type { Act, Pack, Register, Without } from '../pack/index.ts'
import { type Problem, problem } from '../problem/index.ts'
import { matches } from '../query/index.ts'
import { linkedIds } from './links.ts'
import { keyOfRecord, type LivingRecord, type Values } from './record.ts'

/**
 * What a decision may ask of other records. Whoever asks for the decision looks it up, and keeps it as it is
 * until the change is written.
 */
export interface Known {
  /** The record of a fact; undefined when there is none, or none that the actor may name. */
  recordOf: (register: string, id: string) => LivingRecord | undefined
  /** The record that an effect is about to change. */
  changing: (register: string, id: string) => LivingRecord | undefined
  /** Is there a record, of those that a rule speaks of, that names this one? */
  isPointedAt: (rule: Without, id: string) => boolean
  /** The id of the nth record that effects make. */
  newId: (n: number) => string
}

/** For acts that look at no other record. */
export const nothingKnown: Known = {
  recordOf: () => undefined,
  changing: () => undefined,
  isPointedAt: () => false,
  newId: () => '',
}

/** What an act must find in other records and does not find. A link that is not known, or not found, is no fact. */
export function factProblems(
  { pack, register, known = nothingKnown }: { pack: Pack; register: Register; known?: Known },
  act: Act,
  id: string,
  values: Values,
): Problem[] {
  const links = linkedIds(register, values)
  const linked = Object.entries(act.linked).flatMap(([field, where]) => {
    const written = links.every((link) => link.field !== field) && values[field] != null
    const wrong = links.some((link) => {
      if (link.field !== field) return false
      const target = known.recordOf(link.register, link.id)
      const of = pack.registers[link.register]!
      return target !== undefined && !matches(of, where, keyOfRecord(of, target))
    })
    return written || wrong ? [problem('linkedCondition', field, { act: act.id })] : []
  })
  const pointing = act.without
    .filter((rule) => known.isPointedAt(rule, id))
    .map((rule) => problem('pointedAt', undefined, { act: act.id, pointing: rule.register }))
  return [...linked, ...pointing]
}

/** The values that are taken over with a link that is given now: those of the linked record, as it is. */
export function copiedValues(
  {
    register,
    record,
    known = nothingKnown,
  }: { register: Register; record: LivingRecord | null; known?: Known },
  given: Values,
): Values {
  const copies: Values = {}
  for (const { id, spec } of Object.values(register.fields)) {
    if (spec.copy === undefined) continue
    const [link, name] = spec.copy.split('.') as [string, string]
    if (!(link in given)) continue
    const [now] = linkedIds(register, given).filter(({ field }) => field === link)
    const [before] = linkedIds(register, record?.values ?? {}).filter(({ field }) => field === link)
    if (now !== undefined && now.id === before?.id) continue
    copies[id] = now === undefined ? null : (known.recordOf(now.register, now.id)?.values[name] ?? null)
  }
  return copies
}
