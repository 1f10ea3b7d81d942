import type { Link } from '../fields/index.ts'
import type { Act, Pack, Register } from '../pack/index.ts'
import { type Problem, problem } from '../problem/index.ts'
import { matches } from '../query/index.ts'
import { type Actor, keyOfRecord, type LivingRecord, type Values } from './record.ts'

/** Why an actor may not do an act on a record; empty when they may. Values given with the act come later. */
export function whyNot(
  pack: Pack,
  register: Register,
  act: Act,
  record: LivingRecord,
  actor: Actor,
): Problem[] {
  if (!act.from.includes(record.state)) {
    return [problem('wrongState', undefined, { act: act.id, state: record.state })]
  }
  const problems = roleProblems(pack, act, record.values, actor)
  if (act.when !== null && !matches(register, act.when, keyOfRecord(register, record))) {
    problems.push(problem('condition', undefined, { act: act.id }))
  }
  const doer = record.spans.findLast((span) => span.act === act.notBy)?.by
  if (doer === actor.account)
    problems.push(problem('notByWhoDid', undefined, { act: act.id, other: act.notBy }))
  return problems
}

/** The acts that an actor may do on a record now: what an answer carries as `may`. */
export function actsAllowed(pack: Pack, register: Register, record: LivingRecord, actor: Actor): string[] {
  return Object.values(register.acts)
    .filter((act) => act.kind !== 'create' && whyNot(pack, register, act, record, actor).length === 0)
    .map((act) => act.id)
}

/** May this actor make records of this register at all? Which organ they may name is seen when they do. */
export function mayCreate(pack: Pack, register: Register, actor: Actor): boolean {
  const act = register.acts.create!
  return actingRoles(pack, act, actor.roles).length > 0
}

/** Role and organ: does the actor hold a role of the act, in the organ that the act names? */
export function roleProblems(pack: Pack, act: Act, values: Values, actor: Actor): Problem[] {
  if (actingRoles(pack, act, actor.roles).length === 0) {
    return [problem('notAllowed', undefined, { act: act.id, roles: act.roles })]
  }
  if (act.in === null) return []
  const organ = (values[act.in] as Link | null | undefined)?.id ?? null
  const inside = organ !== null && actor.organPath.includes(organ)
  return inside ? [] : [problem('notAllowed', act.in, { act: act.id })]
}

/**
 * Those of some roles that an act is open to. A coordinating body makes no administrative inspection, order or
 * penalty: its role does not count for an act of enforcement, even where a pack names it.
 */
export function actingRoles(pack: Pack, act: Act, roles: readonly string[]): string[] {
  return roles.filter(
    (role) => act.roles.includes(role) && !(act.enforcement && pack.roles[role]?.coordinating === true),
  )
}
