import type { Act, Register, Right } from '@anzhi/engine/pack'
import { readFilter } from '@anzhi/engine/query'
import { isForward, openStates, rightsOf, statesAhead } from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { filterSql } from '../filter-sql.ts'
import { tableSql } from '../records.ts'
import { belowSql } from '../tree.ts'

/** Open records of one register that wait for an account and nobody else. */
export interface OpenWork {
  register: string
  /** Given to the person, or waiting for a role in an organ where nobody else has it. */
  why: 'given' | 'nobodyElse'
  states: string[]
  field: string | null
  of: string | null
  records: number
}

type Place = Omit<OpenWork, 'records'>

/** Whose work it is. */
export interface Holder {
  id: string
  person: { id: string }
  organ: { id: string } | null
  roles: readonly string[]
}

/**
 * What would lie where it is if the account were no more, to be handed over by whoever may: records given to its
 * person, and those whose next step only it can take, in the person's own organ. Counted whoever may see them.
 */
export async function listOpenWork(context: Context, holder: Holder): Promise<OpenWork[]> {
  const found: OpenWork[] = []
  for (const register of Object.values(context.pack.registers)) {
    // An organ, a post or a part of the land may be ended, and does not wait for it.
    if (register.tree !== null || register.pack === 'core') continue
    for (const place of await placesIn(context, register, holder)) {
      const records = await countAt(context, register, place)
      if (records > 0) found.push({ ...place, records })
    }
  }
  return found
}

async function placesIn(context: Context, register: Register, holder: Holder): Promise<Place[]> {
  const { assigned, id } = register
  const states = openStates(register)
  const given: Place[] =
    assigned === null || states.length === 0
      ? []
      : [{ register: id, why: 'given', states, field: assigned, of: holder.person.id }]
  return [...given, ...(await placesAlone(context, register, holder))]
}

/** Where the holder is the only one left who can take a step, one place for each field that the steps look at. */
async function placesAlone(context: Context, register: Register, holder: Holder): Promise<Place[]> {
  const byField = new Map<string | null, string[]>()
  for (const act of Object.values(register.acts).filter((one) => isForward(register, one))) {
    for (const right of rightsOf(context.pack, act, holder.roles)) {
      if (await hasOthers(context, act, right, holder)) continue
      byField.set(right.in, [...(byField.get(right.in) ?? []), ...statesAhead(register, act)])
    }
  }
  return [...byField].flatMap(([field, states]): Place[] => {
    const of = field === null ? null : holder.organ?.id
    const named = register.states.filter((state) => states.includes(state))
    return of === undefined ? [] : [{ register: register.id, why: 'nobodyElse', states: named, field, of }]
  })
}

/** Can another open account take the step there: with a right role, in the organ or below it? */
async function hasOthers({ db, actor, pack, today }: Context, act: Act, right: Right, holder: Holder) {
  const roles = Object.keys(pack.roles).filter((role) => rightsOf(pack, act, [role]).includes(right))
  if (right.in !== null && holder.organ === null) return false
  const district = sql`${actor.district}`
  const organs =
    right.in === null
      ? sql`true`
      : sql`p.organ_id = any(${belowSql(district, 'organ', sql`${holder.organ!.id}::uuid`, today)}::uuid[])`
  const { rows } = await sql`
    select 1 from anzhi.account a join ledger.person p on p.district = a.district and p.id = a.person
    where a.district = ${district} and a.id <> ${holder.id}::uuid and a.ended_at is null and p.organ_id is not null
      and a.roles && ${roles}::text[] and ${organs} limit 1`.execute(db)
  return rows.length > 0
}

async function countAt({ db, actor }: Context, register: Register, { states, field, of }: Place) {
  const filter = readFilter(register, { state: states, ...(field === null ? {} : { [field]: of! }) })
  if (!filter.ok) throw new Error(`${register.id} cannot be asked for its open work by ${field}`)
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from ${tableSql(register)}
    where r.district = ${actor.district} and ${filterSql(register, filter.value)}`.execute(db)
  return rows[0]!.n
}
