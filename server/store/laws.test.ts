import { randomUUID } from 'node:crypto'
import { addDays } from '@anzhi/engine/calendar'
import type { Link } from '@anzhi/engine/fields'
import { type Asked, figureInMemory } from '@anzhi/engine/indicator'
import {
  type Indicator,
  isBasic,
  isLeaf,
  type LeafIndicator,
  type Register,
  type Source,
} from '@anzhi/engine/pack'
import { compareRecords, everything, type Filter, matches, partsOf, readOrder } from '@anzhi/engine/query'
import { keyOfRecord, type LivingRecord } from '@anzhi/engine/record'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { leafOf } from '../../engine/indicator/testing/leaf.ts'
import { filterSpecs, orders, readOrFail } from '../../engine/query/testing/arbitraries.ts'
import { firstDay, idOf, stock } from '../../engine/record/testing/allotment.ts'
import { recordsOf } from '../../engine/record/testing/arbitraries.ts'
import type { Context } from '../context.ts'
import { type Office, openOffice } from '../testing/office.ts'
import { shelve } from '../testing/shelve.ts'
import { type Database, openDatabase } from './db.ts'
import { footingOf, listFootings, readFigure } from './figures.ts'
import { findLiving, listRecords } from './records.ts'
import { applySchema } from './schema/apply.ts'

let office: Office
let before: Record<string, number>

beforeAll(async () => {
  office = await openOffice()
  before = await office.census()
})
afterAll(async () => {
  expect(await office.census()).toEqual(before)
  await office.close()
})

const register = (id: string) => office.house.pack.registers[id]!
// Records are dear to shrink: what has been found after a while is told as it is.
const bounded = { interruptAfterTimeLimit: 20_000 }
const names = ['fault', 'visit', 'plot'] as const
const district = 'law'
type Records = Record<string, LivingRecord[]>

/** A steward of a district of its own, in a transaction that is given up at the end. */
async function inVain(
  records: Records,
  work: (context: Context) => Promise<void>,
  database: Database = office.house.database,
) {
  const given = new Error('given up')
  const { pack, packVersion, past } = office.house
  const rest = { pack, packVersion, past, today: '2022-10-31', at: new Date(), language: 'zh' } as const
  const done = database.transaction().execute(async (db) => {
    await shelve(db, district, register('person'), people)
    for (const [id, list] of Object.entries(records)) await shelve(db, district, register(id), list)
    await work({ db, ...rest, actor: actorOf(null) })
    throw given
  })
  await done.catch((error: unknown) => {
    if (error !== given) throw error
  })
}

/** The people of whom records speak: the first is of the first organ, the second of the second. */
const people = stock.ids('person').map((id, n): LivingRecord => {
  const values = { name: '某人', organ: { id: stock.ids('organ')[n]!, text: null } }
  return { id, version: 1, state: 'recorded', values, spans: [] }
})

/** A steward, or a warden with some organs. */
function actorOf(organs: string[] | null): Context['actor'] {
  const nobody = { account: '', person: '', name: '', userName: '', district, organPath: [] }
  return { ...nobody, organs: organs ?? [], roles: [organs === null ? 'steward' : 'warden'] }
}

/** Many records of a register, with as many questions about them: the records are dear, the questions are not. */
function manyOf<T>(id: string, questions: (register: Register) => fc.Arbitrary<T>, count: number) {
  return fc.record({
    records: fc.uniqueArray(recordsOf(office.house.pack, register(id), stock), {
      minLength: 40,
      maxLength: 60,
      size: 'max',
      selector: (record) => record.id,
    }),
    asked: fc.array(questions(register(id)), { minLength: count, maxLength: count }),
  })
}

describe.each(names)('a list of %s', (id) => {
  test('is in SQL what it is in memory: every filter, every order, page by page', () =>
    holdLists(id, office.house.database))

  test('gives back every record and its life as it was put there', async () => {
    await fc.assert(
      fc.asyncProperty(
        manyOf(id, () => fc.constant(null), 1),
        async ({ records }) => {
          await inVain({ [id]: records }, async (context) => {
            const tags = register(id).tags === null ? {} : { tags: [] }
            for (const record of records) {
              const found = await findLiving(context, register(id), record.id)
              expect(found).toEqual({ ...record, values: known(record.values), ...tags })
            }
          })
        },
      ),
      { ...bounded, numRuns: 2 },
    )
  })
})

test('a list is the same where the database itself sorts by pinyin', async () => {
  const name = `pinyin_${randomUUID().replaceAll('-', '')}`
  const cluster = openDatabase({ url: inject('cluster'), max: 1 })
  await sql`create database ${sql.id(name)} template template0 encoding 'UTF8'
    locale_provider icu icu_locale 'zh' locale 'C'`.execute(cluster)
  await cluster.destroy()
  const owner = openDatabase({ url: inject('cluster').replace(/\/postgres(\?|$)/, `/${name}$1`), max: 1 })
  await applySchema(owner, office.house.pack, 'pinyin')
  const { rows } = await sql`select '啊' < '一' as pinyin, '啊' < '一' collate "C" as code`.execute(owner)
  expect(rows).toEqual([{ pinyin: true, code: false }])
  for (const id of names) await holdLists(id, owner)
  await owner.destroy()
})

async function holdLists(id: string, database: Database): Promise<void> {
  const organs = fc.option(fc.subarray([...stock.ids('organ')]))
  const question = (of: Register) =>
    fc.record({ organs, spec: filterSpecs(of, stock), order: orders(of), limit: fc.constantFrom(1, 7, 100) })
  const held = fc.asyncProperty(manyOf(id, question, 12), ({ records, asked }) =>
    inVain(
      { [id]: records },
      async (context) => {
        for (const { organs, spec, order, limit } of asked) {
          const filter = readOrFail(register(id), spec)
          const seen = records.filter((record) => isSeen(register(id), record, organs))
          const wanted = inMemory(register(id), seen, filter, order)
          const seeing = { ...context, actor: actorOf(organs) }
          const found = await inPages(seeing, register(id), filter, order, limit)
          expect(found, JSON.stringify({ organs, spec, order, limit })).toEqual(wanted)
        }
      },
      database,
    ),
  )
  await fc.assert(held, { ...bounded, numRuns: 15 })
}

function isSeen(of: Register, { values }: LivingRecord, organs: string[] | null): boolean {
  const idsIn = (value: unknown) =>
    ([value].flat() as (Link | null | undefined)[]).map((link) => link?.id ?? '')
  const given = of.assigned === null ? [''] : idsIn(values[of.assigned])
  const touched = [
    ...Object.values(of.axes).flatMap((field) => idsIn(values[field])),
    ...idsIn(people.find(({ id }) => id === given[0])?.values.organ),
  ]
  return organs === null || touched.some((organ) => organs.includes(organ))
}

function inMemory(of: Register, records: LivingRecord[], filter: Filter, order: string[]): string[] {
  const orders = orderOf(of, order)
  return records
    .map((record) => ({ id: record.id, keyOf: keyOfRecord(of, record) }))
    .filter(({ keyOf }) => matches(of, filter, keyOf))
    .sort((a, b) => compareRecords(of, orders, a, b))
    .map(({ id }) => id)
}

async function inPages(context: Context, of: Register, filter: Filter, order: string[], limit: number) {
  const ids: string[] = []
  let after: string | null = null
  do {
    const query = { filter, search: null, order: orderOf(of, order), limit, after }
    const page: Awaited<ReturnType<typeof listRecords>> = await listRecords(context, of, query)
    ids.push(...page.records.map((record) => record.id))
    if (limit === 100) expect(page.total).toBe(ids.length)
    after = page.next
  } while (after !== null)
  return ids
}

function orderOf(of: Register, order: string[]) {
  const read = readOrder(of, order)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

function known(values: Record<string, unknown>) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
}

describe('a figure', () => {
  const days = fc.nat({ max: 45 }).map((n) => addDays(firstDay, n - 2))
  const asked: fc.Arbitrary<Asked> = fc
    .tuple(days, days, days)
    .map(([a, b, asOf]) => ({ period: { from: a < b ? a : b, to: a < b ? b : a }, asOf }))

  const papers = ['statement', 'quotation']

  /** One over two others, of which one is moved under the other: what is stated above meets what is stated below. */
  const organs = [1, 2, 3].map((n): LivingRecord => {
    const under = (parent: number | null) => ({
      parent: parent === null ? null : { id: idOf(parent), text: null },
    })
    const known = { act: 'create', by: idOf(900), state: 'active' }
    const moved = addDays(firstDay, 20)
    const spans =
      n < 3
        ? [{ ...known, from: firstDay, until: null, tracked: under(n === 1 ? null : 1) }]
        : [
            { ...known, from: firstDay, until: moved, tracked: under(1) },
            { ...known, from: moved, until: null, tracked: under(2) },
          ]
    const values = { name: `园${n}`, ...spans.at(-1)!.tracked }
    return { id: idOf(n), version: 1, state: 'active', values, spans }
  })

  /** The value, its footing and its list, in SQL and in memory: all one. */
  async function hold(context: Context, indicator: Indicator, records: Records, on: Asked): Promise<void> {
    const wanted = figureInMemory(context.pack, indicator, ({ id }) => records[id] ?? [], on)
    const note = `${indicator.id} ${JSON.stringify({ on, indicator })}`
    expect(await readFigure(context, indicator, on), note).toEqual(wanted)
    if (!isBasic(indicator)) return
    const footing = await footingOf(context, { indicator, asked: on })
    expect(footing.total, note).toBe(wanted.value)
    if (!isLeaf(indicator)) return
    const page = await listFootings(context, indicator, on, { limit: 1_000, after: null })
    expect(page.total, note).toBe(page.records.length)
    expect(await inPieces(context, indicator, on, page.total), note).toEqual(page.records)
    expect(footing.records, note).toBe(page.total + (wanted.given?.length ?? 0))
  }

  /** The same list in three pages: nothing is passed over, and nothing comes twice. */
  async function inPieces(context: Context, leaf: LeafIndicator, on: Asked, total: number) {
    const limit = Math.ceil((total + 1) / 3)
    const records: unknown[] = []
    let after: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listFootings>> = await listFootings(context, leaf, on, {
        limit,
        after,
      })
      records.push(...page.records)
      after = page.next
    } while (after !== null)
    return records
  }

  /** Some of the plots are those that other records name. */
  const asNamed = (plots: LivingRecord[]): LivingRecord[] =>
    plots.map((plot, i) => ({ ...plot, id: stock.ids('plot')[i] ?? plot.id }))

  test('of what is named by others, or not, is in SQL what it is in memory', async () => {
    const pointing = fc.constantFrom('visit', 'fault').chain((id) =>
      fc.record({
        is: fc.constantFrom('has' as const, 'lacks' as const),
        register: fc.constant(id),
        by: fc.constant('plot'),
        on: fc.constant(id === 'visit' ? 'visitedOn' : 'foundOn'),
        within: fc.constantFrom(null, 1, 5, 20),
        where: filterSpecs(register(id), stock, { depth: 1 }).map((spec) => readOrFail(register(id), spec)),
      }),
    )
    const tests = fc.array(
      fc.tuple(pointing, fc.boolean()).map(([test, isDated]) => {
        return isDated ? test : { ...test, on: null, within: null }
      }),
      { minLength: 1, maxLength: 2 },
    )
    const question = (of: Register) => fc.record({ leaf: leaves(of), tests, on: asked })
    const others = fc.tuple(...['visit', 'fault'].map((id) => manyOf(id, () => fc.constant(null), 1)))
    await fc.assert(
      fc.asyncProperty(manyOf('plot', question, 25), others, async ({ records, asked: questions }, drawn) => {
        const [visit, fault] = drawn.map((part) => part.records)
        const all = { plot: asNamed(records), visit: visit!, fault: fault! }
        await inVain(all, async (context) => {
          for (const { leaf, tests: pointing, on } of questions) {
            // The plots are few that are named: they are asked for whatever else they are like.
            const plain = { ...leaf, sources: ['counted' as const], where: everything, on: null }
            await hold(context, { ...plain, pointing }, all, on)
          }
        })
      }),
      { ...bounded, numRuns: 5 },
    )
  })

  test('of the pack is in SQL what it is in memory, for every period and as-of day', async () => {
    const read = [...names, ...papers]
    const parts = read.map((id) => manyOf(id, () => asked, 2))
    await fc.assert(
      fc.asyncProperty(fc.tuple(...parts), async (found) => {
        const drawn = Object.fromEntries(read.map((id, i) => [id, found[i]!.records]))
        const records = { organ: organs, ...drawn, plot: asNamed(drawn.plot!) }
        await inVain(records, async (context) => {
          for (const on of found.flatMap((part) => part.asked)) {
            for (const indicator of Object.values(context.pack.indicators)) {
              await hold(context, indicator, records, on)
            }
          }
        })
      }),
      { ...bounded, numRuns: 3 },
    )
  })

  test.each(names)('of any kind over %s, with any filter, is in SQL what it is in memory', async (id) => {
    const question = (of: Register) => fc.record({ leaf: leaves(of), on: asked })
    const given = fc.tuple(...papers.map((paper) => manyOf(paper, () => fc.constant(null), 1)))
    await fc.assert(
      fc.asyncProperty(manyOf(id, question, 15), given, async ({ records, asked: questions }, drawn) => {
        const [statement, quotation] = drawn.map((part) => part.records)
        const all = { organ: organs, [id]: records, statement: statement!, quotation: quotation! }
        await inVain(all, async (context) => {
          for (const { leaf, on } of questions) await hold(context, leaf, all, on)
        })
      }),
      { ...bounded, numRuns: 12 },
    )
  })
})

/** Indicators that no pack has: every kind, every field it may read, any filter with bounds on the as-of day. */
function leaves(of: Register): fc.Arbitrary<LeafIndicator> {
  const fields = Object.values(of.fields)
  const named = (types: string[]) =>
    fields.filter(({ spec }) => types.includes(spec.type)).map(({ id }) => id)
  const what = fc.oneof(
    { weight: 3, arbitrary: amountsIn(of, null) },
    ...Object.values(of.fields).flatMap(({ id, spec }) => (spec.type === 'rows' ? [amountsIn(of, id)] : [])),
  )
  const { statedIndicator, statedUnit } = office.house.pack.options
  return fc
    .record({
      what,
      on: fc.constantFrom(null, ...named(['date'])),
      spec: filterSpecs(of, stock, { asOf: true, depth: 1 }),
      // Statements and quotations speak of those that the pack lets them.
      id: fc.constantFrom(...statedIndicator!),
      unit: fc.constantFrom(...statedUnit!),
      axis: fc.constantFrom(...Object.values(of.axes)),
      isGiven: fc.boolean(),
    })
    .map(({ what, spec, isGiven, ...rest }) => {
      const decimals = what.kind === 'mean' ? 2 : null
      const sources: Source[] =
        isGiven && what.kind !== 'mean' ? ['counted', 'stated', 'quoted'] : ['counted']
      return leafOf(of.id, { ...what, ...rest, decimals, sources, where: readOrFail(of, spec) })
    })
}

/** What is counted, summed or told apart: of the records, or of the rows of a field. */
function amountsIn(of: Register, each: string | null) {
  const over = each === null ? of : partsOf(of.fields[each]!.spec)!
  const named = (types: string[]) =>
    Object.entries(over.fields).flatMap(([id, { spec }]) => (types.includes(spec.type) ? [id] : []))
  const links = named(['organ', 'person', 'ref', 'party'])
  const kinds = fc.oneof(
    fc.constant({ kind: 'count', of: null } as const),
    fc.record({
      kind: fc.constantFrom('sum' as const, 'mean' as const),
      of: fc.constantFrom(...named(['integer', 'money'])),
    }),
    ...(links.length === 0
      ? []
      : [fc.record({ kind: fc.constant('distinct' as const), of: fc.constantFrom(...links) })]),
  )
  const rows = each === null ? fc.constant({}) : filterSpecs(over, stock, { depth: 1 })
  return fc.record({ kind: kinds, rows }).map(({ kind, rows }) => {
    return { ...kind, each, whereRow: each === null ? everything : readOrFail(over, rows) }
  })
}
