import {
  type Asked,
  type Figure,
  type Footing,
  figureFrom,
  type Need,
  needsOf,
  type Tally,
} from '@anzhi/engine/indicator'
import {
  getRegister,
  type Indicator,
  isBasic,
  isLeaf,
  type LeafIndicator,
  type Register,
} from '@anzhi/engine/pack'
import type { OrderBy } from '@anzhi/engine/query'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { refuse } from '../problem-error.ts'
import { nobody, readAround } from './around.ts'
import { contributionsSql } from './contributions-sql.ts'
import { afterSql, cursorColumns, cursorOf, idIn, orderSql } from './page-sql.ts'
import { readPapers } from './papers.ts'
import { recordsOf } from './parts.ts'
import { readAll, readTally } from './readings.ts'
import type { BareRecord, Row } from './rows.ts'

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
  const around = await readAround(context, indicators, asked)
  const readings = await readAll(
    context,
    indicators.flatMap((indicator) => needsOf(pack, indicator, asked, around)),
  )
  return indicators.map((indicator) => figureFrom(pack, indicator, asked, around, readings))
}

/** What a record, or one of its rows (from 0), contributes. */
interface Contributed {
  row: number | null
  amount: string | null
  unit: string | null
}

export interface FootingPage {
  register: Register
  records: (BareRecord & Contributed)[]
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
  const from = page.after === null ? sql`true` : beyondSql(register, leaf, order, page.after)
  const { rows: found } = await sql<Row>`${listedSql(context, leaf, asked, order)} and ${from}
    ${orderSql(register, order)} ${leaf.each === null ? sql`` : sql`, p.n`} limit ${page.limit + 1}`.execute(
    context.db,
  )
  const { records: total } = await listedTally(context, leaf, asked)
  const shown = found.slice(0, page.limit)
  const records = await recordsOf(context.db, register, shown)
  return {
    register,
    records: shown.map((row, i) => ({ ...records[i]!, ...contributed(row) })),
    total,
    next: found.length > shown.length ? placeOf(leaf, order, shown.at(-1)!) : null,
  }
}

/** Where a page ends: behind a record, or behind one of its rows. */
function placeOf({ each }: LeafIndicator, order: readonly OrderBy[], row: Row): string {
  return each === null ? cursorOf(order, row) : `${cursorOf(order, row)}.${row.$row}`
}

/** What comes after that place. */
function beyondSql(
  register: Register,
  { each }: LeafIndicator,
  order: readonly OrderBy[],
  place: string,
): RawBuilder<boolean> {
  if (each === null) return afterSql(register, order, place)
  const [, cursor, row] = /^([\w-]+)\.(\d{1,6})$/.exec(place) ?? []
  if (cursor === undefined) return refuse('badCursor', 'after')
  const after = afterSql(register, order, cursor)
  return sql`(${after} or (r.id = ${idIn(cursor)}::uuid and p.n > ${Number(row)}))`
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

function contributed(found: Row): Contributed {
  const { $row: row, $amount: amount, $unit: unit } = found
  return {
    row: row as number | null,
    amount: amount === null ? null : String(amount),
    unit: unit as string | null,
  }
}

/** What the listed records and papers come to, on whatever page they stand: equal to the figure, or something is wrong. */
export async function footingOf(context: Context, { indicator, asked }: Need): Promise<Footing> {
  const tally = isLeaf(indicator) ? await listedTally(context, indicator, asked) : null
  const reading = { tally, papers: await readPapers(context, indicator, asked) }
  const { value: total, given = [] } = figureFrom(context.pack, indicator, asked, nobody, () => reading)
  return { indicator: indicator.id, ...asked, records: (tally?.records ?? 0) + given.length, total }
}

function listedTally(context: Context, leaf: LeafIndicator, asked: Asked): Promise<Tally> {
  return readTally(context, listedSql(context, leaf, asked))
}

/** What proves a figure: a footing for each figure with a reading of its own that it is made of. */
export async function readFooting(context: Context, indicator: Indicator, asked: Asked): Promise<Footing[]> {
  const around = await readAround(context, [indicator], asked)
  const found: Footing[] = []
  for (const need of needsOf(context.pack, indicator, asked, around)) {
    // A quoted place is no part of the table: it stands in the figure itself.
    const isPart = isBasic(context.pack.indicators[need.indicator.id]!)
    if (isPart) found.push(await footingOf(context, need))
  }
  return found
}
