import { addDays } from '@anzhi/engine/calendar'
import { fieldTypeOf } from '@anzhi/engine/fields'
import {
  type Asked,
  boundOf,
  type Figure,
  leafFigure,
  ratioFigure,
  splitFilter,
  totalOf,
} from '@anzhi/engine/indicator'
import { getRegister, type Indicator, type LeafIndicator, type Register } from '@anzhi/engine/pack'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { type AliasOf, filterSql, keySql } from './filter-sql.ts'
import { afterSql, cursorColumns, cursorOf, orderSql } from './page-sql.ts'
import { tableSql } from './records.ts'
import { type BareRecord, type Row, recordOf } from './rows.ts'
import { visible } from './visible.ts'

/** The value of an indicator over a period as of a day, over the records that the actor may see. */
export async function readFigure(context: Context, indicator: Indicator, asked: Asked): Promise<Figure> {
  if (indicator.kind === 'ratio') {
    const [part, whole] = indicator.parts.map((id) => context.pack.indicators[id]!)
    const parts = [await readFigure(context, part!, asked), await readFigure(context, whole!, asked)] as [
      Figure,
      Figure,
    ]
    return ratioFigure(indicator, parts, asked)
  }
  const rows = contributionsSql(context, indicator, asked)
  const { rows: found } = await sql<{ value: string }>`
    select (${totalSql(indicator)})::text as value from (${rows}) as c`.execute(context.db)
  return leafFigure(indicator, found[0]!.value, asked)
}

function totalSql(leaf: LeafIndicator): RawBuilder<unknown> {
  if (leaf.kind === 'count') return sql`count(*)`
  return leaf.kind === 'sum' ? sql`coalesce(sum(c."$amount"), 0)` : sql`count(distinct c."$unit")`
}

/**
 * The contributions that count, one row each: the records of the register joined with the stretches of their
 * lives, exactly as `contributionsOf` and `counts` in the engine read them.
 */
function contributionsSql(
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
function inSpan(register: Register): AliasOf {
  return (field) => (field === 'state' || register.fields[field]!.spec.tracked === true ? 's' : 'r')
}

// Named with a sign that no field's column has.
function amountSql(register: Register, leaf: LeafIndicator): RawBuilder<unknown> {
  if (leaf.kind === 'count') return sql`1 as "$amount", null::text as "$unit"`
  const key = keySql(register, leaf.of!, inSpan(register)).bare
  return leaf.kind === 'sum'
    ? sql`${key} as "$amount", null::text as "$unit"`
    : sql`null::numeric as "$amount", ${key}::text as "$unit"`
}

function countsSql(register: Register, leaf: LeafIndicator, { period, asOf }: Asked): RawBuilder<boolean> {
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
    ],
    sql` and `,
  )}`
}

/** An amount that has a unit of its own adds only to a figure in that unit. */
function unitSql(register: Register, leaf: LeafIndicator, aliasOf: AliasOf): RawBuilder<unknown>[] {
  if (leaf.kind !== 'sum') return []
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

/** One page of the records that make a leaf figure, newest first, with what each contributes. */
export async function listFootings(
  context: Context,
  leaf: LeafIndicator,
  asked: Asked,
  page: { limit: number; after: string | null },
): Promise<FootingPage> {
  const register = getRegister(context.pack, leaf.register)
  const order = leaf.on === null ? [] : [{ field: leaf.on, descending: true }]
  const rows = contributionsSql(context, leaf, asked, cursorColumns(register, order))
  const from = page.after === null ? sql`true` : afterSql(register, order, page.after)
  const { rows: found } =
    await sql<Row>`${rows} and ${from} ${orderSql(register, order)} limit ${page.limit + 1}`.execute(
      context.db,
    )
  const counted = await sql<{
    total: string
  }>`select count(*) as total from (${contributionsSql(context, leaf, asked)}) as c`.execute(context.db)
  const shown = found.slice(0, page.limit)
  return {
    register,
    records: shown.map((row) => ({ ...recordOf(register, row), ...contributed(row) })),
    total: Number(counted.rows[0]!.total),
    next: found.length > shown.length ? cursorOf(order, shown.at(-1)!) : null,
  }
}

function contributed(row: Row): { amount: string | null; unit: string | null } {
  const { $amount: amount, $unit: unit } = row
  return { amount: amount === null ? null : String(amount), unit: unit as string | null }
}

/**
 * What the contributing records come to, added up from their rows and not by the database: equal to the figure, or
 * something is wrong.
 */
export async function footingOf(context: Context, leaf: LeafIndicator, asked: Asked): Promise<string> {
  const { rows } = await sql<Row>`
    select c."$amount", c."$unit" from (${contributionsSql(context, leaf, asked)}) as c`.execute(context.db)
  return totalOf(leaf, rows.map(contributed))
}
