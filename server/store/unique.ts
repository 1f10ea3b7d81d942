import { getRegister, type Register } from '@anzhi/engine/pack'
import { type Problem, problem } from '@anzhi/engine/problem'
import { type Change, type Decided, keyOfValue } from '@anzhi/engine/record'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { recordOf } from './parts.ts'
import { tableSql } from './records.ts'
import { param, type Row } from './rows.ts'
import { keyColumn } from './schema/columns.ts'
import { titleIn } from './titles.ts'
import { visible } from './visible.ts'

type Rule = Register['unique'][number]

/** A rule that a change may break: in what its record is compared with others. */
interface Compared {
  register: Register
  rule: Rule
  change: Change
  /** Of whoever is alike in the fields, one after the other. */
  lock: string
}

/** What the changes are to be compared with; a record that is no longer living, or does not know a field, with nothing. */
export function comparedIn(context: Context, decided: readonly Decided[]): Compared[] {
  return decided.flatMap(({ change }) => {
    const register = getRegister(context.pack, change.register)
    if (change.state === 'withdrawn' || change.state === 'merged') return []
    return register.unique.flatMap((rule, n): Compared[] => {
      const looked = [...rule.fields, ...rule.blank, ...(rule.within ?? []), 'state']
      if (!looked.some((field) => field in change.after)) return []
      const keys = rule.fields.map((field) => keyOfValue(register, change.values, field))
      if (keys.includes(null)) return []
      const lock = JSON.stringify([context.actor.district, register.id, n, ...keys])
      return [{ register, rule, change, lock }]
    })
  })
}

/** Of records that would be alike, one is written at a time. */
export async function holdCompared({ db }: Context, compared: readonly Compared[]): Promise<void> {
  for (const lock of [...new Set(compared.map(({ lock }) => lock))].sort())
    await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 1))`.execute(db)
}

/** After the changes were written: those that are like another living record. */
export async function alikeProblems(context: Context, compared: readonly Compared[]): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { register, rule, change } of compared) {
    const { rows } = await sql<Row & { seen: boolean }>`
      select r.*, (${visible(context, register)}) as seen from ${tableSql(register)}
      where r.district = ${context.actor.district} and r.id <> ${change.id}::uuid
      and r.state not in ('withdrawn', 'merged') and ${alikeSql(register, rule, change)} limit 1`.execute(
      context.db,
    )
    const [other] = rows
    if (other === undefined) continue
    const values = other.seen ? { id: other.id, title: await titleOf(context, register, other) } : {}
    problems.push(...rule.fields.map((field) => problem('alreadyThere', field, values)))
  }
  return problems
}

async function titleOf(context: Context, register: Register, row: Row): Promise<string> {
  const { values } = await recordOf(context.db, register, row)
  return titleIn(context, register, values, {})
}

function alikeSql(
  register: Register,
  { fields, blank, within }: Rule,
  { values }: Change,
): RawBuilder<unknown> {
  const equal = [...fields, ...blank].map((field) => {
    const { name, type } = keyColumn(register.fields[field]!)
    const key = param(keyOfValue(register, values, field), type)
    return blank.includes(field)
      ? sql`${sql.ref(`r.${name}`)} is not distinct from ${key}`
      : sql`${sql.ref(`r.${name}`)} = ${key}`
  })
  return sql.join(within === null ? equal : [...equal, overlapSql(register, within, values)], sql` and `)
}

/** Both days count, and one that is not known is as far away as can be. */
function overlapSql(
  register: Register,
  within: [string, string],
  values: Change['values'],
): RawBuilder<unknown> {
  const [from, until] = within.map((field) => sql.ref(`r.${keyColumn(register.fields[field]!).name}`))
  const [begin, end] = within.map((field) => keyOfValue(register, values, field))
  const [first, last] = [param(begin, 'date'), param(end, 'date')]
  return sql`(${from} <= ${last}) is not false and (${first} <= ${until}) is not false`
}
