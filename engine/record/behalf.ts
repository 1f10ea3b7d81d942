import { administratorRole, type Pack } from '../pack/index.ts'
import { bad, ok, problem, type Result } from '../problem/index.ts'
import type { Actor } from './record.ts'

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
  const may = actor.roles.some((role) => pack.roles[role]?.entersFor === true)
  if (!may) return bad(problem('notForOthers', 'onBehalfOf'))
  const roles = Object.keys(pack.roles).filter(
    (role) => role !== administratorRole && pack.roles[role]!.coordinating !== true,
  )
  // Who did it is the organ: whoever typed it may still do as themselves what the same hand must not do twice.
  return ok({ ...actor, account: behalf.organ, organPath: behalf.organPath, roles })
}
