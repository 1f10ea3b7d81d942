import type { Register } from '@anzhi/engine/pack'
import { bad, ok, problem, type Result } from '@anzhi/engine/problem'
import {
  type Decided,
  fieldsNaming,
  type LivingRecord,
  mergeInto,
  relinked,
  type Wish,
} from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { isSeen } from './named.ts'
import { anySql, namedIn, namingSql } from './naming-sql.ts'
import { tableSql } from './records.ts'
import { heldRecord, knownIn, type Study, want } from './study.ts'

/** What comes of saying that a record is another: the record itself, and every one that names it, in one. */
export async function decideMerge(
  study: Study,
  register: Register,
  record: LivingRecord,
  wish: Wish,
): Promise<Result<Decided[]>> {
  const { context } = study
  const { pack, actor, today } = context
  const kept = (wish.values.into as { id?: unknown } | null | undefined)?.id
  if (typeof kept !== 'string' || !(await isSeen(context, register, kept)))
    return bad(problem('notFound', 'into', { id: kept ?? null }))
  // Who would link to it waits until it is merged, and is then told so.
  want(study, register.id, record.id, 'update')
  const known = knownIn(study, () => true)
  const into = known.changing(register.id, kept)
  const main = mergeInto({ pack, register, record, into, actor, today, reason: wish.reason })
  if (!main.ok) return main
  const found = await relinks(study, register, record, kept)
  return found.ok ? ok([main.value, ...found.value]) : found
}

async function relinks(
  study: Study,
  register: Register,
  merged: LivingRecord,
  into: string,
): Promise<Result<Decided[]>> {
  const { context } = study
  const known = knownIn(study, () => true)
  const decided: Decided[] = []
  const problems = []
  for (const naming of Object.values(context.pack.registers)) {
    const ids = await idsNaming(context, naming, register.id, merged.id)
    // The one that stays belongs to what the merged one belonged to, though it did not name it.
    if (naming.id === register.id && !ids.includes(into)) ids.push(into)
    for (const id of ids) {
      known.changing(naming.id, id)
      const record = heldRecord(study, naming.id, id)
      if (record === null || id === merged.id) continue
      const one = relinked({ register: naming, record, merged, into, today: context.today })
      if (one?.ok) decided.push(one.value)
      else if (one !== undefined) problems.push(...one.problems)
    }
  }
  return problems.length === 0 ? ok(decided) : bad(...problems)
}

/** The records of a register that name a record now or have named it on some day, in the order of their ids. */
async function idsNaming(
  { db, actor }: Context,
  naming: Register,
  target: string,
  id: string,
): Promise<string[]> {
  const fields = fieldsNaming(naming, target).map((field) => naming.fields[field]!)
  const now = fields.map((field) => namingSql(naming, field, id))
  const past = fields.filter(({ spec }) => spec.tracked === true).flatMap((field) => namedIn('s', field, id))
  // Typed for an organ, an act was done by it.
  const by = sql<boolean>`s.by_account = ${id}::uuid`
  const { rows } = await sql<{ id: string }>`
    select r.id from ${tableSql(naming)} where r.district = ${actor.district} and ${anySql(now)}
    union
    select s.record as id from ${sql.id('ledger', `${naming.table}_span`)} as s
    where s.district = ${actor.district} and ${anySql([...past, by])}
    order by id`.execute(db)
  return rows.map((row) => row.id)
}

/** After a merger was written: what is kept beside the records leads to the one that stays as well. */
export async function followMerge(
  { db, actor }: Context,
  register: string,
  merged: string,
  into: string,
): Promise<void> {
  const { district } = actor
  await sql`insert into anzhi.merged (district, register, record, into_record)
    values (${district}, ${register}, ${merged}::uuid, ${into}::uuid)`.execute(db)
  if (register === 'person')
    await sql`update anzhi.account set person = ${into}::uuid
      where district = ${district} and person = ${merged}::uuid`.execute(db)
  if (register === 'organ')
    await sql`update anzhi.district set office = ${into}::uuid
      where id = ${district} and office = ${merged}::uuid`.execute(db)
}

/** Into which record one was merged; null unless it was. */
export async function mergedInto(
  { db, actor }: Context,
  register: Register,
  { id, state }: { id: string; state: string },
): Promise<string | null> {
  if (state !== 'merged') return null
  const { rows } = await sql<{ into: string }>`
    select into_record as into from anzhi.merged
    where district = ${actor.district} and register = ${register.id} and record = ${id}::uuid`.execute(db)
  return rows[0]?.into ?? null
}
