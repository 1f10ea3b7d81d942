import type { Link } from '../fields/index.ts'
import { type Act, administratorRole, type Pack, type Register } from '../pack/index.ts'
import { bad, ok, problem, type Result } from '../problem/index.ts'
import { matches } from '../query/index.ts'
import { rightsOf } from './may.ts'
import { type Actor, keyOfRecord, type Values } from './record.ts'

/** An organ for which somebody else types what it did, and the paper on which it says so. */
export interface Behalf {
  organ: string
  /** From the top organ down to this one. */
  organPath: string[]
  /** The id of the file. */
  paper: string
}

/**
 * In the first months the office types for everyone. It then acts as that organ: with every role that an
 * organ of its kind can have, so also where its own coordinating role may not act; but never as an
 * administrator, and never for an organ that it is not.
 */
export function actingFor(pack: Pack, actor: Actor, behalf: Behalf): Result<Actor> {
  if (!entersForOthers(pack, actor.roles)) return bad(problem('notForOthers', 'onBehalfOf'))
  const roles = rolesOfOthers(pack)
  // Who did it is the organ: whoever typed it may still do as themselves what the same hand must not do twice.
  return ok({ ...actor, account: behalf.organ, organPath: behalf.organPath, roles })
}

/** May somebody with these roles type what other organs did? */
export function entersForOthers(pack: Pack, roles: readonly string[]): boolean {
  return roles.some((role) => pack.roles[role]?.entersFor === true)
}

/** Every role that an organ can have which does its own business. */
function rolesOfOthers(pack: Pack): string[] {
  return Object.keys(pack.roles).filter(
    (role) => role !== administratorRole && pack.roles[role]!.coordinating !== true,
  )
}

/**
 * The acts that some organ may do on a record as it stands (null: that make one), each with the organ that it would
 * have to be, as far as the record says so. An outline: which organ, and whether its hand may, is seen when it is done.
 */
export function actsForOthers(
  pack: Pack,
  register: Register,
  record: { state: string; values: Values } | null,
): { act: Act; organ: string | null }[] {
  return Object.values(register.acts).flatMap((act) => {
    const isOpen = record === null ? act.kind === 'create' : isPossible(register, act, record)
    const rights = isOpen ? rightsOf(pack, act, rolesOfOthers(pack)) : []
    const right = rights.find(({ at }) => at === null || at.includes(record?.state ?? ''))
    if (right === undefined) return []
    const link = right.in === null ? null : (record?.values[right.in] as Link | null | undefined)
    return [{ act, organ: link?.id ?? null }]
  })
}

function isPossible(register: Register, act: Act, record: { state: string; values: Values }): boolean {
  if (act.kind === 'create' || act.kind === 'merge' || !act.from.includes(record.state)) return false
  return act.when === null || matches(register, act.when, keyOfRecord(register, record))
}
