import { getRegister, type Pack, type Register, type Without } from '@anzhi/engine/pack'
import { type Problem, problem } from '@anzhi/engine/problem'
import { type Decided, type LivingRecord, linkedIds, type Values } from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { tableSql } from './records.ts'
import { heldState, type Study, want } from './study.ts'
import { visible } from './visible.ts'

/** A link to what the actor cannot see is a link to nothing; unless it stood there already. */
export async function unseenProblems(
  context: Context,
  register: Register,
  record: LivingRecord | null,
  values: Values,
): Promise<Problem[]> {
  const before = new Set(linkedIds(register, record?.values ?? {}).map(({ field, id }) => `${field} ${id}`))
  const problems: Problem[] = []
  for (const { field, register: target, id } of linkedIds(register, values)) {
    const stood = before.has(`${field} ${id}`)
    if (!stood && !(await isSeen(context, getRegister(context.pack, target), id)))
      problems.push(problem('notFound', field, { id }))
  }
  return problems
}

/** A campaign that is not there is none to be put into. */
export async function unseenScopes(context: Context, given: readonly string[] = []): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const id of given) {
    if (!(await isSeen(context, getRegister(context.pack, 'scope'), id)))
      problems.push(problem('notFound', 'tags', { id }))
  }
  return problems
}

export async function isSeen(context: Context, register: Register, id: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from ${tableSql(register)} where ${visible(context, register)} and r.id = ${id}::uuid`.execute(
    context.db,
  )
  return rows.length > 0
}

/**
 * Holds what changed records name. A record that some act wants not to be named by others like this one is held
 * while this one is changed: of the two acts, one comes first, and the other sees it. And what may be merged into
 * another is held while it is newly named.
 */
export function wantNamed(study: Study, decided: readonly Decided[]): void {
  const { pack } = study.context
  for (const { change } of decided) {
    const register = getRegister(pack, change.register)
    const watched = watchedFields(pack, change.register)
    // Where it points now, and where it pointed before.
    const links = [change.values, change.before].flatMap((values) => linkedIds(register, values))
    for (const { field, register: target, id } of links) {
      if (watched.has(`${target} ${field}`)) want(study, target, id, 'share')
    }
    for (const { register: target, id } of mergeable(pack, register, change.after))
      want(study, target, id, 'key share')
  }
}

/** The link fields of a register that some act of another looks back along. */
function watchedFields(pack: Pack, pointing: string): Set<string> {
  const watched = Object.values(pack.registers).flatMap(({ id, acts }) =>
    Object.values(acts)
      .flatMap(({ without }): Without[] => without)
      .filter(({ register }) => register === pointing)
      .map(({ by }) => `${id} ${by}`),
  )
  return new Set(watched)
}

function mergeable(pack: Pack, register: Register, values: Values) {
  return linkedIds(register, values).filter(
    (link) => getRegister(pack, link.register).acts.merge !== undefined,
  )
}

/** What was merged into another is not named any more. */
export function mergedProblems(study: Study, decided: readonly Decided[]): Problem[] {
  const { pack } = study.context
  return decided.flatMap(({ change }) =>
    mergeable(pack, getRegister(pack, change.register), change.after)
      .filter((link) => heldState(study, link.register, link.id) === 'merged')
      .map(({ field, id }) => problem('merged', field, { id })),
  )
}
