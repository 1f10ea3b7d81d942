import {
  type Asked,
  isStock,
  type Paper,
  paperOf,
  paperRegisters,
  papersAsked,
  papersLeaf,
  type Tally,
} from '@anzhi/engine/indicator'
import { type BasicIndicator, getRegister, isLeaf, type LeafIndicator } from '@anzhi/engine/pack'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { contributionsSql, type TallyRow, tallyIn, tallySql } from './contributions-sql.ts'
import { recordsOf } from './parts.ts'
import type { Row } from './rows.ts'
import { daysSql } from './tree.ts'

/** The statements and quotations that speak for a figure and that the actor may see. */
export async function readPapers(
  context: Context,
  indicator: BasicIndicator,
  asked: Asked,
): Promise<Paper[]> {
  const stated = await readOf(context, indicator, 'stated', asked)
  const quoted = await readOf(context, indicator, 'quoted', asked)
  return [...(await settled(context, indicator, stated, asked)), ...quoted]
}

async function readOf(
  context: Context,
  indicator: BasicIndicator,
  source: Paper['source'],
  asked: Asked,
): Promise<Paper[]> {
  if (!indicator.sources.includes(source)) return []
  const register = getRegister(context.pack, paperRegisters[source])
  const rows = contributionsSql(context, papersLeaf(indicator, source, asked), papersAsked(asked))
  const { rows: found } = await sql<Row>`${rows} order by r.id`.execute(context.db)
  const records = await recordsOf(context.db, register, found)
  return records.map((record) => paperOf(source, record))
}

/** Statements with what the records of their organs come to, and with those that lie above them. */
async function settled(
  context: Context,
  indicator: BasicIndicator,
  stated: readonly Paper[],
  asked: Asked,
): Promise<Paper[]> {
  if (stated.length === 0) return []
  const papers = papersSql(stated)
  const above = await readAbove(context, papers)
  const counted = isLeaf(indicator) ? await readCounted(context, indicator, papers, asked) : new Map()
  return stated.map((paper) => ({
    ...paper,
    above: above.get(paper.record) ?? [],
    counted: counted.get(paper.record) ?? null,
  }))
}

function papersSql(stated: readonly Paper[]): RawBuilder<unknown> {
  const rows = stated.map(
    ({ record, organ, period }) =>
      sql`(${record}::uuid, ${organ}::uuid, ${period.from}::date, ${period.to}::date)`,
  )
  return sql`(values ${sql.join(rows)}) as p (record, organ, first_day, last_day)`
}

/** By statement: the organs that state something and lie above its own, on the last day that it speaks of. */
async function readAbove(
  { db, actor }: Context,
  papers: RawBuilder<unknown>,
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ record: string; above: string[] }>`
    with p as (select * from ${papers})
    select p.record, array_agg(distinct t.ancestor) as above from p
    join anzhi.tree as t on t.district = ${actor.district} and t.register = 'organ' and t.id = p.organ
      and t.ancestor <> p.organ and ${daysSql('t', sql`p.last_day`)}
    where t.ancestor in (select organ from p) group by p.record`.execute(db)
  return new Map(rows.map(({ record, above }) => [record, above]))
}

/** By statement: what the records of its organ and of those below come to, over the days it speaks of. */
async function readCounted(
  context: Context,
  leaf: LeafIndicator,
  papers: RawBuilder<unknown>,
  asked: Asked,
): Promise<Map<string, Tally>> {
  const isPlaced = isStock(leaf) ? sql`true` : sql`c."$on" between p.first_day and p.last_day`
  const day = isStock(leaf) ? sql`${asked.asOf}::date` : sql`c."$on"`
  const { rows } = await sql<TallyRow & { record: string }>`
    with c as materialized (${contributionsSql(context, leaf, asked)})
    select p.record, ${tallySql} from ${papers}
    join c on ${isPlaced} and exists (
      select from anzhi.tree as t where t.district = ${context.actor.district} and t.register = 'organ'
        and t.id = any(c."$organs") and t.ancestor = p.organ and ${daysSql('t', day)})
    group by p.record`.execute(context.db)
  return new Map(rows.map((row) => [row.record, tallyIn(row)]))
}
