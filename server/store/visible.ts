import type { Pack, Register } from '@anzhi/engine/pack'
import { type RawBuilder, sql } from 'kysely'
import type { Context, Seer } from '../context.ts'
import { keyColumn } from './schema/tables.ts'

/**
 * The records of a register that an actor may see, as a condition on its table (`r`). Lists, figures, records,
 * histories and files all ask here: what you cannot see does not exist.
 */
export function visible(
  { pack, actor }: Pick<Context, 'pack' | 'actor'>,
  register: Register,
): RawBuilder<boolean> {
  const own = sql<boolean>`r.district = ${actor.district}`
  if (seesAll(pack, register, actor)) return own
  const axes = Object.values(register.axes).map((field) =>
    sql.ref(`r.${keyColumn(register.fields[field]!).name}`),
  )
  const touched = axes.map((column) => sql`${column} = any(${actor.organs}::uuid[])`)
  return sql<boolean>`${own} and (${sql.join(touched, sql` or `)})`
}

/** A register without axes belongs to nobody in particular, and everybody in the district sees it. */
function seesAll(pack: Pack, register: Register, actor: Seer): boolean {
  if (register.open || Object.keys(register.axes).length === 0) return true
  return actor.roles.some((role) => pack.roles[role]?.sees === 'district')
}
