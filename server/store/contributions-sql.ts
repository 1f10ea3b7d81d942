import { addDays, type Day } from '@anzhi/engine/calendar'
import { fieldTypeOf } from '@anzhi/engine/fields'
import { type Asked, boundOf, pointingLeaf, splitFilter, type Tally } from '@anzhi/engine/indicator'
import {
  findPartTable,
  getRegister,
  type LeafIndicator,
  type PointingTest,
  type Register,
} from '@anzhi/engine/pack'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { belongsSql } from './along-sql.ts'
import { type AliasOf, filterSql, keySql, type Over } from './filter-sql.ts'
import { tableSql } from './records.ts'
import { visible } from './visible.ts'

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
    select r.*, ${amountSql(register, leaf)}, ${placeSql(register, leaf)} ${extra}
    ${fromSql(register)} ${rowsSql(register, leaf)}
    where ${visible(context, register)} and ${countsSql(context, register, leaf, asked)}`
}

/** A state and a tracked value are those of the stretch; every other value is the record's. */
export function inSpan(register: Register): AliasOf {
  return (field) => (field === 'state' || register.fields[field]!.spec.tracked === true ? 's' : 'r')
}

/** What is counted or summed: the records, or the rows (`p`) of one of their fields. */
function thingsOf(register: Register, { each }: LeafIndicator): { over: Over; aliasOf: AliasOf } {
  const part = each === null ? undefined : findPartTable(register, register.fields[each]!)
  return part === undefined
    ? { over: register, aliasOf: inSpan(register) }
    : { over: part, aliasOf: () => 'p' }
}

function rowsSql(register: Register, { each }: LeafIndicator): RawBuilder<unknown> {
  if (each === null) return sql``
  const { table } = findPartTable(register, register.fields[each]!)!
  return sql`join ${sql.id('ledger', table)} as p on p.district = r.district and p.record = r.id`
}

// Named with a sign that no field's column has.
function amountSql(register: Register, leaf: LeafIndicator): RawBuilder<unknown> {
  const row = leaf.each === null ? sql`null::integer` : sql`p.n`
  return sql`${row} as "$row", ${ownAmountSql(register, leaf)}`
}

function ownAmountSql(register: Register, leaf: LeafIndicator): RawBuilder<unknown> {
  if (leaf.kind === 'count') return sql`1 as "$amount", null::text as "$unit"`
  const { over, aliasOf } = thingsOf(register, leaf)
  const key = keySql(over, leaf.of!, aliasOf).bare
  return leaf.kind === 'distinct'
    ? sql`null::numeric as "$amount", ${key}::text as "$unit"`
    : sql`${key} as "$amount", null::text as "$unit"`
}

/** Those that an axis names, one or several, as an array. */
function organsSql(register: Register, axis: string | null): RawBuilder<unknown> {
  if (axis === null) return sql`null::uuid[]`
  const field = register.fields[register.axes[axis]!]!
  const part = findPartTable(register, field)
  if (part === undefined) return sql`array[${keySql(register, field.id, inSpan(register)).bare}]`
  const key = keySql(part, fieldTypeOf(part.field.spec).parts!.key!, () => 'p').bare
  return sql`array(select ${key} from ${sql.id('ledger', part.table)} as p
    where p.district = r.district and p.record = r.id)`
}

/** The day that places a contribution, and the organs on whose account it goes. */
function placeSql(register: Register, leaf: LeafIndicator): RawBuilder<unknown> {
  const aliasOf = inSpan(register)
  const on = leaf.on === null ? sql`null::date` : keySql(register, leaf.on, aliasOf).bare
  return sql`${on} as "$on", ${organsSql(register, leaf.axis)} as "$organs"`
}

function countsSql(
  context: Context,
  register: Register,
  leaf: LeafIndicator,
  asked: Asked,
): RawBuilder<boolean> {
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
      ...thingSql(register, leaf),
      ...bounds,
      ...belongsSql(register, leaf, asked, aliasOf),
      ...leaf.pointing.map((test) => pointingSql(context, test, asOf)),
    ],
    sql` and `,
  )}`
}

/**
 * Is the record named by one like this, on the day of the figure? A live link, read over all records, whoever may see
 * them: what was visited is visited, also for whom the visit is hidden.
 */
function pointingSql(context: Context, test: PointingTest, asOf: Day): RawBuilder<boolean> {
  const leaf = pointingLeaf(test)
  const register = getRegister(context.pack, test.register)
  const from = test.within === null ? firstDay : addDays(asOf, 1 - test.within)
  const named = sql`
    select ${keySql(register, test.by, inSpan(register)).bare} ${fromSql(register)}
    where r.district = ${context.actor.district}
      and ${countsSql(context, register, leaf, { period: { from, to: asOf }, asOf })}`
  return test.is === 'has' ? sql<boolean>`r.id in (${named})` : sql<boolean>`r.id not in (${named})`
}

// Earlier than every day that a record may have.
const firstDay: Day = '1900-01-01'

function fromSql(register: Register): RawBuilder<unknown> {
  return sql`from ${tableSql(register)}
    join ${sql.id('ledger', `${register.table}_span`)} as s on s.district = r.district and s.record = r.id`
}

/** What a record, or each of its rows, must be like to be counted: known, in the unit of the figure, as it is said of rows. */
function thingSql(register: Register, leaf: LeafIndicator): RawBuilder<unknown>[] {
  const { over, aliasOf } = thingsOf(register, leaf)
  const row = leaf.each === null ? [] : [filterSql(over, leaf.whereRow, aliasOf)]
  if (leaf.of === null) return row
  const isKnown = sql`${keySql(over, leaf.of, aliasOf).bare} is not null`
  return [...row, isKnown, ...unitSql(over, leaf, aliasOf)]
}

/** An amount that has a unit of its own counts only for a figure in that unit. */
function unitSql(over: Over, leaf: LeafIndicator, aliasOf: AliasOf): RawBuilder<unknown>[] {
  if (leaf.kind === 'count' || leaf.kind === 'distinct') return []
  const { column, spec } = over.fields[leaf.of!]!
  const unit = fieldTypeOf(spec).sum?.unit
  if (unit === undefined) return []
  return [sql`${sql.ref(`${aliasOf(leaf.of!)}.${column}${unit.suffix}`)} = ${leaf.unit}`]
}
