import { documentNumberText, fieldTypeOf, type Link, serialText } from '@anzhi/engine/fields'
import { getRegister } from '@anzhi/engine/pack'
import type { Change, Decided } from '@anzhi/engine/record'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { tableSql } from './records.ts'
import { keyColumn } from './schema/columns.ts'

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

/** A change that gives out a number of its own: the field that it fills, and the series. */
export interface Issued {
  field: string
  word: string
  kind: string
  organ: string
  year: string
}

// A series that no organ owns is the whole district's.
const nobody = '00000000-0000-0000-0000-000000000000'

/** Which number a change gives out; undefined when it gives none, or somebody gave one. */
export function issuedBy(
  { pack }: Context,
  { register: id, act, values, day, kind }: Change,
): Issued | undefined {
  const register = getRegister(pack, id)
  const field = kind === 'create' || kind === 'step' ? (register.acts[act]?.issues ?? null) : null
  if (field === null || values[field] != null) return undefined
  const { spec } = register.fields[field]!
  if (spec.type !== 'documentNumber' || spec.ours === undefined) return undefined
  const { word, kind: series, organ } = spec.ours
  const owner = organ === undefined ? undefined : (values[organ] as Link | null | undefined)?.id
  return { field, word, kind: series, organ: owner ?? nobody, year: day.slice(0, 4) }
}

/**
 * Takes the next number of a series. Whoever takes one holds the series until their transaction ends: a number of
 * a transaction that fails is taken by the next. One that stands on a paper already is passed over.
 */
export async function takeNumber(context: Context, register: string, issued: Issued): Promise<string> {
  const { db, actor } = context
  const { organ, kind, year, word, field } = issued
  for (;;) {
    const { rows } = await sql<{ n: number }>`
      insert into anzhi.number (district, organ, kind, year, n)
      values (${actor.district}, ${organ}::uuid, ${kind}, ${year}, 1)
      on conflict (district, organ, kind, year) do update set n = anzhi.number.n + 1 returning n`.execute(db)
    const text = documentNumberText(word, year, rows[0]!.n)
    if (!(await isTaken(context, register, field, text))) return text
  }
}

async function isTaken(
  { db, actor, pack }: Context,
  id: string,
  field: string,
  text: string,
): Promise<boolean> {
  const register = getRegister(pack, id)
  const { spec } = register.fields[field]!
  const { rows } = await sql`
    select 1 from ${tableSql(register)} where r.district = ${actor.district}
    and ${sql.ref(`r.${keyColumn(register.fields[field]!).name}`)} = ${fieldTypeOf(spec).key.of(text)} limit 1`.execute(
    db,
  )
  return rows.length > 0
}
