import { addDays } from '@anzhi/engine/calendar'
import { fieldTypeOf } from '@anzhi/engine/fields'
import {
  type Asked,
  boundOf,
  type Figure,
  figureFrom,
  type Need,
  needsOf,
  splitFilter,
  type Tally,
} from '@anzhi/engine/indicator'
import { getRegister, type Indicator, type LeafIndicator, type Register } from '@anzhi/engine/pack'
import type { OrderBy } from '@anzhi/engine/query'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { belongsSql } from './along-sql.ts'
import { type AliasOf, filterSql, keySql } from './filter-sql.ts'
import { afterSql, cursorColumns, cursorOf, orderSql } from './page-sql.ts'
import { recordsOf } from './parts.ts'
import { tableSql } from './records.ts'
import type { BareRecord, Row } from './rows.ts'
import { visible } from './visible.ts'

/** The value of an indicator over a period as of a day, over the records that the actor may see. */
export async function readFigure(context: Context, indicator: Indicator, asked: Asked): Promise<Figure> {
  const [figure] = await readFigures(context, [indicator], asked)
  return figure!
}

/** The values of several indicators; what more than one of them needs is read once. */
export async function readFigures(
  context: Context,
  indicators: readonly Indicator[],
  asked: Asked,
): Promise<Figure[]> {
  const { pack } = context
  const tallies = new Map<string, Tally>()
  for (const need of indicators.flatMap((indicator) => needsOf(pack, indicator, asked))) {
    const key = keyOf(need)
    if (!tallies.has(key)) tallies.set(key, await readTally(context, need))
  }
  return indicators.map((indicator) =>
    figureFrom(pack, indicator, asked, (need) => tallies.get(keyOf(need))!),
  )
}

function keyOf({ leaf, asked }: Need): string {
  return JSON.stringify([leaf.id, asked])
}

async function readTally(context: Context, { leaf, asked }: Need): Promise<Tally> {
  const { rows } = await sql<TallyRow>`
    select ${tallySql} from (${contributionsSql(context, leaf, asked)}) as c`.execute(context.db)
  return tallyIn(rows[0]!)
}

/** What contributions come to, added up by the database. */
export const tallySql = sql`count(*) as records, coalesce(sum(c."$amount"), 0)::text as sum,
  count(distinct c."$unit") as units`

export interface TallyRow {
  records: string
  sum: string
  units: string
}

export function tallyIn({ records, sum, units }: TallyRow): Tally {
  return { records: Number(records), sum, units: Number(units) }
}

/**
 * The contributions that count, one row each: the records of the register joined with the stretches of their
 * lives, exactly as `contributionsOf` and `counts` in the engine read them.
 */
export function contributionsSql(
  context: Context,
  leaf: LeafIndicator,
  asked: Asked,
  extra = sql``,
): RawBuilder<unknown> {
  const register = getRegister(context.pack, leaf.register)
  return sql`
    select r.*, ${amountSql(register, leaf)} ${extra}
    from ${tableSql(register)}
    join ${sql.id('ledger', `${register.table}_span`)} as s on s.district = r.district and s.record = r.id
    where ${visible(context, register)} and ${countsSql(register, leaf, asked)}`
}

/** A state and a tracked value are those of the stretch; every other value is the record's. */
export function inSpan(register: Register): AliasOf {
  return (field) => (field === 'state' || register.fields[field]!.spec.tracked === true ? 's' : 'r')
}

// Named with a sign that no field's column has.
function amountSql(register: Register, leaf: LeafIndicator): RawBuilder<unknown> {
  if (leaf.kind === 'count') return sql`1 as "$amount", null::text as "$unit"`
  const key = keySql(register, leaf.of!, inSpan(register)).bare
  return leaf.kind === 'distinct'
    ? sql`null::numeric as "$amount", ${key}::text as "$unit"`
    : sql`${key} as "$amount", null::text as "$unit"`
}

function countsSql(register: Register, leaf: LeafIndicator, asked: Asked): RawBuilder<boolean> {
  const { period, asOf } = asked
  const { plain, asOf: tests } = splitFilter(leaf.where)
  const aliasOf = inSpan(register)
  const bounds = tests.map(({ field, is }) => {
    const { side, plus } = boundOf(is)
    // `due + 1 <= asOf` is `due <= asOf - 1`: the day is moved, so that the column can be found by its index.
    const edge = sql`${addDays(asOf, -plus)}::date`
    const day = keySql(register, field, aliasOf).bare
    return side === 'from' ? sql`${day} <= ${edge}` : sql`${day} > ${edge}`
  })
  return sql<boolean>`${sql.join(
    [
      filterSql(register, plain, aliasOf),
      sql`s.from_day <= ${asOf}::date and (s.until_day is null or s.until_day > ${asOf}::date)`,
      ...(leaf.on === null
        ? []
        : [
            sql`${keySql(register, leaf.on, aliasOf).bare} between ${period.from}::date and ${period.to}::date`,
          ]),
      ...(leaf.of === null ? [] : [sql`${keySql(register, leaf.of, aliasOf).bare} is not null`]),
      ...unitSql(register, leaf, aliasOf),
      ...bounds,
      ...belongsSql(register, leaf, asked, aliasOf),
    ],
    sql` and `,
  )}`
}

/** An amount that has a unit of its own counts only for a figure in that unit. */
function unitSql(register: Register, leaf: LeafIndicator, aliasOf: AliasOf): RawBuilder<unknown>[] {
  if (leaf.kind === 'count' || leaf.kind === 'distinct') return []
  const { column, spec } = register.fields[leaf.of!]!
  const unit = fieldTypeOf(spec).sum?.unit
  if (unit === undefined) return []
  return [sql`${sql.ref(`${aliasOf(leaf.of!)}.${column}${unit.suffix}`)} = ${leaf.unit}`]
}

export interface FootingPage {
  register: Register
  records: (BareRecord & { amount: string | null; unit: string | null })[]
  total: number
  next: string | null
}

/** One page of the records that make a leaf figure, newest first unless said, with what each contributes. */
export async function listFootings(
  context: Context,
  leaf: LeafIndicator,
  asked: Asked,
  page: { limit: number; after: string | null; order?: readonly OrderBy[] },
): Promise<FootingPage> {
  const register = getRegister(context.pack, leaf.register)
  const order = page.order ?? orderOf(leaf)
  const from = page.after === null ? sql`true` : afterSql(register, order, page.after)
  const { rows: found } = await sql<Row>`${listedSql(context, leaf, asked, order)} and ${from}
    ${orderSql(register, order)} limit ${page.limit + 1}`.execute(context.db)
  const { records: total } = await footingOf(context, leaf, asked)
  const shown = found.slice(0, page.limit)
  const records = await recordsOf(context.db, register, shown)
  return {
    register,
    records: shown.map((row, i) => ({ ...records[i]!, ...contributed(row) })),
    total,
    next: found.length > shown.length ? cursorOf(order, shown.at(-1)!) : null,
  }
}

function orderOf(leaf: LeafIndicator): readonly OrderBy[] {
  return leaf.on === null ? [] : [{ field: leaf.on, descending: true }]
}

/** The rows of the list behind a figure, every page of it. */
function listedSql(
  context: Context,
  leaf: LeafIndicator,
  asked: Asked,
  order = orderOf(leaf),
): RawBuilder<unknown> {
  const register = getRegister(context.pack, leaf.register)
  return contributionsSql(context, leaf, asked, cursorColumns(register, order))
}

function contributed(row: Row): { amount: string | null; unit: string | null } {
  const { $amount: amount, $unit: unit } = row
  return { amount: amount === null ? null : String(amount), unit: unit as string | null }
}

/** What the listed records come to, whatever page they stand on: equal to the figure, or something is wrong. */
export async function footingOf(context: Context, leaf: LeafIndicator, asked: Asked): Promise<Tally> {
  const { rows } = await sql<TallyRow>`
    select ${tallySql} from (${listedSql(context, leaf, asked)}) as c`.execute(context.db)
  return tallyIn(rows[0]!)
}
