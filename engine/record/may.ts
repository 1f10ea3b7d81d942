import type { Link } from '../fields/index.ts'
import type { Act, Pack, Register, Right } from '../pack/index.ts'
import { type Problem, problem } from '../problem/index.ts'
import { matches } from '../query/index.ts'
import { factProblems, type Known, nothingKnown } from './known.ts'
import { type Actor, keyOfRecord, type LivingRecord, type Values } from './record.ts'
import { toldTags } from './tags.ts'

/** Why an actor may not do an act on a record; empty when they may. Values given with the act come later. Of what
 * follows from another act no role is asked. */
export function whyNot(
  pack: Pack,
  register: Register,
  act: Act,
  record: LivingRecord,
  actor: Actor,
  isEffect = false,
): Problem[] {
  if (!act.from.includes(record.state)) {
    return [problem('wrongState', undefined, { act: act.id, state: record.state })]
  }
  const problems = isEffect ? [] : roleProblems(pack, act, record.values, actor, record.state)
  if (act.when !== null && !matches(register, act.when, keyOfRecord(register, record))) {
    problems.push(problem('condition', undefined, { act: act.id }))
  }
  const other = act.notBy.find((name) => lastDoer(record, name) === actor.account)
  if (other !== undefined) problems.push(problem('notByWhoDid', undefined, { act: act.id, other }))
  return problems
}

function lastDoer({ spans }: LivingRecord, act: string): string | undefined {
  return spans.findLast((span) => span.act === act)?.by
}

/** The acts that an actor may do on a record now: what an answer carries as `may`. */
export function actsAllowed(
  pack: Pack,
  register: Register,
  record: LivingRecord,
  actor: Actor,
  known: Known = nothingKnown,
): string[] {
  return Object.values(register.acts)
    .filter((act) => act.kind !== 'create' && whyNot(pack, register, act, record, actor).length === 0)
    .filter((act) => act.kind !== 'untag' || toldTags(record.tags).some(({ until }) => until === null))
    .filter(
      (act) => factProblems({ pack, register, known }, act, record.id, settled(act, record)).length === 0,
    )
    .map((act) => act.id)
}

/** The values that an act leaves as they are: what it may still change is judged when it is done. */
function settled({ asks, needs, takes }: Act, { values }: LivingRecord): Values {
  const open = [...asks, ...needs, ...takes]
  return Object.fromEntries(Object.entries(values).filter(([field]) => !open.includes(field)))
}

/** May this actor make records of this register at all? Which organ they may name is seen when they do. */
export function mayCreate(pack: Pack, register: Register, actor: Actor): boolean {
  const act = register.acts.create!
  return rightsOf(pack, act, actor.roles).length > 0
}

/** Role and organ: does the actor hold a role of the act, in the organ that goes with it? */
export function roleProblems(pack: Pack, act: Act, values: Values, actor: Actor, state?: string): Problem[] {
  const rights = rightsOf(pack, act, actor.roles).filter(({ at }) => at === null || at.includes(state ?? ''))
  if (rights.length === 0) {
    return [problem('notAllowed', undefined, { act: act.id, roles: act.by.flatMap(({ roles }) => roles) })]
  }
  if (rights.some((right) => isWithin(right, values, actor))) return []
  return [problem('notAllowed', rights[0]!.in ?? undefined, { act: act.id })]
}

function isWithin(right: Right, values: Values, actor: Actor): boolean {
  if (right.in === null) return true
  const organ = (values[right.in] as Link | null | undefined)?.id ?? null
  return organ !== null && actor.organPath.includes(organ)
}

/**
 * Those rights to an act that some roles have. A coordinating body makes no administrative inspection, order or
 * penalty: its role does not count for an act of enforcement, even where a pack names it.
 */
export function rightsOf(pack: Pack, act: Act, roles: readonly string[]): Right[] {
  const counting = roles.filter((role) => !(act.enforcement && pack.roles[role]?.coordinating === true))
  return act.by.filter((right) => right.roles.some((role) => counting.includes(role)))
}
