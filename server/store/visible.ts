import type { Pack, Register } from '@anzhi/engine/pack'
import { type RawBuilder, sql } from 'kysely'
import type { Context, Seer } from '../context.ts'
import { isForAll } from './seen.ts'

type Seeing = Pick<Context, 'pack' | 'actor'>

/**
 * The records of a register that an actor may see, as a condition on its table (`r`). Lists, figures, records,
 * histories and files all ask here: what you cannot see does not exist.
 */
export function visible(seeing: Seeing, register: Register): RawBuilder<boolean> {
  const { pack, actor } = seeing
  const own = sql<boolean>`r.district = ${actor.district}`
  if (register.id === 'file') return sql<boolean>`${own} and (${handedIn(actor)} or ${shown(seeing)})`
  if (seesAll(pack, register, actor)) return own
  return sql<boolean>`${own} and exists (select from anzhi.record_seen v where v.district = r.district
    and v.register = ${register.id} and v.record = r.id and v.organ = any(${actor.organs}::uuid[]))`
}

function seesAll(pack: Pack, register: Register, actor: Seer): boolean {
  return isForAll(register) || actor.roles.some((role) => pack.roles[role]?.sees === 'district')
}

/** A file belongs to nobody: who handed it in sees it … */
function handedIn({ account }: Seer): RawBuilder<boolean> {
  return sql<boolean>`exists (select from anzhi.event e where e.district = r.district and e.register = 'file'
    and e.record = r.id and e.version = 1 and e.account = ${account}::uuid)`
}

/** … and whoever sees a record that shows it, or has shown it: its history still does. */
function shown(seeing: Seeing): RawBuilder<boolean> {
  // Any record may: by a field, or as the paper of an act on it.
  const showing = Object.values(seeing.pack.registers).filter(({ id }) => id !== 'file')
  const places = showing.map(
    (register) => sql`u.register = ${register.id} and exists (
      select from ${sql.id('ledger', register.table)} as r where r.id = u.record and ${visible(seeing, register)})`,
  )
  if (places.length === 0) return sql<boolean>`false`
  return sql<boolean>`exists (select from anzhi.file_use u where u.district = r.district and u.file = r.id
    and (${sql.join(places, sql` or `)}))`
}
