import { serialText } from '@anzhi/engine/fields'
import { getRegister } from '@anzhi/engine/pack'
import type { Change, Decided } from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { Context } from '../context.ts'

/**
 * Gives new records their running numbers, of the year in which their life begins. Counters are taken in one
 * order by everybody, whatever else they do, so that nobody waits for somebody who waits for them.
 */
export async function withNumbers(context: Context, decided: readonly Decided[]): Promise<Decided[]> {
  const wanted = decided.flatMap(({ change }, place) =>
    serialsOf(context, change).map((one) => ({ ...one, place })),
  )
  wanted.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const numbers = decided.map((): Record<string, string> => ({}))
  for (const { register, field, format, year, place } of wanted) {
    numbers[place]![field] = serialText(format, year, await nextNumber(context, register, field, year))
  }
  return decided.map((one, place) => ({ ...one, change: numbered(one.change, numbers[place]!) }))
}

function serialsOf({ pack }: Context, { kind, register, day }: Change) {
  if (kind !== 'create') return []
  const year = day.slice(0, 4)
  return Object.values(getRegister(pack, register).fields).flatMap(({ id, spec }) =>
    spec.type === 'serial'
      ? [{ register, field: id, format: spec.format, year, key: `${register} ${id} ${year}` }]
      : [],
  )
}

async function nextNumber(
  { db, actor }: Context,
  register: string,
  field: string,
  year: string,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    insert into anzhi.counter (district, register, field, year, n)
    values (${actor.district}, ${register}, ${field}, ${year}, 1)
    on conflict (district, register, field, year) do update set n = anzhi.counter.n + 1 returning n`.execute(
    db,
  )
  return rows[0]!.n
}

/** A change with the numbers that it was given. */
export function numbered(change: Change, numbers: Record<string, string>): Change {
  return { ...change, values: { ...change.values, ...numbers }, after: { ...change.after, ...numbers } }
}
