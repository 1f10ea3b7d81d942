import { addDays } from '@anzhi/engine/calendar'
import { type Asked, axisTo, figureInMemory, isTagged, leavesOf, type Node } from '@anzhi/engine/indicator'
import { type Indicator, isLeaf } from '@anzhi/engine/pack'
import { matches } from '@anzhi/engine/query'
import { keyOfRecord, type LivingRecord, type Tag } from '@anzhi/engine/record'
import { descentsOf, isUnder, treeOf } from '@anzhi/engine/tree'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readOrFail } from '../../engine/query/testing/arbitraries.ts'
import { firstDay, idOf, stock } from '../../engine/record/testing/allotment.ts'
import { recordsOf } from '../../engine/record/testing/arbitraries.ts'
import type { Context } from '../context.ts'
import { groves } from '../testing/groves.ts'
import { type Office, openOffice } from '../testing/office.ts'
import { shelve } from '../testing/shelve.ts'
import { readBreakdown } from './breakdown.ts'
import { footingOf, listFootings, readFigure } from './figures.ts'
import { listRecords } from './records.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const district = 'law'
const register = (id: string) => office.house.pack.registers[id]!
type Records = Record<string, LivingRecord[]>

/** A steward of a district of its own, in a transaction that is given up at the end. */
async function inVain(records: Records, work: (context: Context) => Promise<void>): Promise<void> {
  const given = new Error('given up')
  const { pack, packVersion, past, database } = office.house
  const nobody = { account: '', person: '', name: '', userName: '', district, organPath: [], organs: [] }
  const rest = { pack, packVersion, past, today: '2022-10-31', at: new Date(), language: 'zh' } as const
  const done = database.transaction().execute(async (db) => {
    for (const [id, list] of Object.entries(records)) await shelve(db, district, register(id), list)
    await work({ db, ...rest, actor: { ...nobody, roles: ['steward'] } })
    throw given
  })
  await done.catch((error: unknown) => {
    if (error !== given) throw error
  })
}

/** The ids that records name, and some that only stand above them. */
const ids = (tree: string) => [
  ...stock.ids(tree),
  ...[901, 902, 903].map((n) => idOf(n + (tree === 'organ' ? 0 : 50))),
]

const many = (id: string) =>
  fc.uniqueArray(recordsOf(office.house.pack, register(id), stock), {
    ...{ minLength: 20, maxLength: 30, size: 'max' as const, selector: (record: LivingRecord) => record.id },
  })

const scopes = [951, 952, 953, 954, 955].map(idOf)

/** What a record belongs to, said wildly: any days, any way, several at once. */
const drawnTags: fc.Arbitrary<Tag> = fc
  .record({
    node: fc.constantFrom(...scopes),
    from: stock.days,
    length: fc.option(fc.nat({ max: 20 })),
    how: fc.constantFrom('entered' as const, 'rule' as const, 'carried' as const),
  })
  .map(({ length, ...tag }) => ({ ...tag, until: length === null ? null : addDays(tag.from, length + 1) }))

const days = fc.nat({ max: 45 }).map((n) => addDays(firstDay, n - 2))
const questions = fc.array(
  fc.tuple(days, days, days, fc.nat({ max: 5 }), fc.constantFrom(undefined, 'foundBy', 'owner', 'teams')),
  { minLength: 4, maxLength: 4 },
)

interface World {
  records: Records
  asked: (tree: string) => { days: Asked; node: Node }[]
}

const worlds: fc.Arbitrary<World> = fc
  .constant(null)
  .chain(() =>
    fc.record({
      fault: many('fault'),
      visit: many('visit'),
      plot: many('plot'),
      statement: many('statement'),
      quotation: many('quotation'),
      organ: groves(register('organ'), ids('organ'), stock.days),
      section: groves(register('section'), ids('section'), stock.days),
      scope: groves(register('scope'), scopes, stock.days),
      tags: fc.array(fc.array(drawnTags, { maxLength: 3 }), { minLength: 60, maxLength: 60 }),
      drawn: questions,
    }),
  )
  .map(({ drawn, tags, ...records }) => ({
    records: {
      ...records,
      fault: records.fault.map((record, n) => ({ ...record, tags: tags[n]! })),
      visit: records.visit.map((record, n) => ({ ...record, tags: tags[30 + n]! })),
    },
    asked: (tree) =>
      drawn.map(([a, b, asOf, n, axis]) => ({
        days: { period: { from: a < b ? a : b, to: a < b ? b : a }, asOf },
        node: { tree, id: ids(tree)[n]!, axis },
      })),
  }))

/** The figures of the pack that can be told apart by a tree. */
function along(tree: string): Indicator[] {
  const { indicators, registers } = office.house.pack
  return Object.values(indicators).filter(
    (indicator) =>
      (indicator.kind === 'given' && tree === 'organ') ||
      (isLeaf(indicator) &&
        ['fault', 'visit', 'plot'].includes(indicator.register) &&
        axisTo(registers[indicator.register]!, { tree }) !== undefined),
  )
}

/** A plain number with up to two decimals, a hundred times as much. */
function cents(value: string): bigint {
  const [whole, part = ''] = value.split('.')
  return BigInt(`${whole}${part.padEnd(2, '0')}`)
}

const bounded = { interruptAfterTimeLimit: 25_000 }

test.each(['organ', 'section'])(
  'a figure of one %s is in SQL what it is in memory, however they move',
  async (tree) => {
    const held = fc.asyncProperty(worlds, ({ records, asked }) =>
      inVain(records, async (context) => {
        for (const { days: on, node } of asked(tree)) {
          for (const indicator of along(tree)) {
            const whole = { ...on, node }
            const wanted = figureInMemory(context.pack, indicator, ({ id }) => records[id] ?? [], whole)
            const note = `${indicator.id} ${JSON.stringify(whole)}`
            expect(await readFigure(context, indicator, whole), note).toEqual(wanted)
            if (!isLeaf(indicator)) continue
            const page = await listFootings(context, indicator, whole, { limit: 1_000, after: null })
            expect(page.total, note).toBe(page.records.length)
            const footing = await footingOf(context, { indicator, asked: whole })
            expect(footing.records, note).toBe(page.total + (wanted.given?.length ?? 0))
          }
        }
      }),
    )
    await fc.assert(held, { ...bounded, numRuns: 5 })
  },
)

test.each(['organ', 'section'])(
  'each part of a figure by %s is that part by itself, and counts along one link make up the whole',
  async (tree) => {
    const held = fc.asyncProperty(worlds, ({ records, asked }) =>
      inVain(records, async (context) => {
        for (const { days: on, node } of asked(tree).slice(0, 2)) {
          for (const indicator of along(tree)) {
            for (const whole of [on, { ...on, node }]) {
              const parts = await readBreakdown(context, indicator, whole, { tree, axis: node.axis })
              for (const { node: part, figure } of parts) {
                // What stands nowhere has no node to be asked for.
                if (part === null && whole.node === undefined) continue
                const { period, asOf, node: own } = figure
                const itself = { period, asOf, ...(own === undefined ? {} : { node: own }) }
                const wanted = figureInMemory(context.pack, indicator, ({ id }) => records[id] ?? [], itself)
                expect(figure, JSON.stringify({ whole, part })).toEqual(wanted)
              }
              const { kind } = indicator
              // A joint visit is told under each of its teams; what is stated above speaks for those below.
              const isOnce = isLeaf(indicator) && indicator.sources.length === 1 && node.axis !== 'teams'
              if ((kind !== 'count' && kind !== 'sum') || !isOnce) continue
              const figure = await readFigure(context, indicator, whole)
              const sum = parts.reduce((all, one) => all + cents(one.figure.value!), 0n)
              expect(sum, JSON.stringify({ whole, parts })).toBe(cents(figure.value!))
            }
          }
        }
      }),
    )
    await fc.assert(held, { ...bounded, numRuns: 4 })
  },
)

test('a figure of one campaign is in SQL what it is in memory, however its plan and what belongs to it change', async () => {
  const held = fc.asyncProperty(worlds, ({ records, asked }) =>
    inVain(records, async (context) => {
      const indicators = Object.values(context.pack.indicators).filter(
        (indicator) => isLeaf(indicator) && isTagged(context.pack, indicator),
      )
      expect(indicators.length).toBeGreaterThan(5)
      for (const [n, { days: on, node }] of asked('organ').entries()) {
        for (const indicator of indicators) {
          for (const whole of [
            { ...on, scope: scopes[n]! },
            { ...on, node, scope: scopes[4]! },
          ]) {
            const wanted = figureInMemory(context.pack, indicator, ({ id }) => records[id] ?? [], whole)
            expect(await readFigure(context, indicator, whole), JSON.stringify(whole)).toEqual(wanted)
          }
        }
      }
    }),
  )
  await fc.assert(held, { ...bounded, numRuns: 4 })
})

test('a list of what stands at a record or below it is in SQL what it is in memory', async () => {
  const where = fc.record({
    field: fc.constantFrom('foundBy', 'owner', 'organ', 'teams', 'section'),
    n: fc.nat({ max: 5 }),
    not: fc.boolean(),
  })
  const drawn = fc.record({ world: worlds, filters: fc.array(where, { minLength: 10, maxLength: 10 }) })
  const held = fc.asyncProperty(drawn, ({ world: { records }, filters }) =>
    inVain(records, async (context) => {
      for (const { field, n, not } of filters) {
        const of = ['fault', 'visit', 'plot'].map(register).find(({ fields }) => field in fields)!
        const tree = field === 'section' ? 'section' : 'organ'
        const test = { [field]: { under: ids(tree)[n]! } }
        const filter = readOrFail(of, not ? { not: test } : test)
        const descents = descentsOf(treeOf(register(tree), records[tree]!))
        const isBelow = (id: string, above: string) => isUnder(descents, id, above, '2999-12-31')
        const wanted = records[of.id]!.filter((record) =>
          matches({ ...of, isBelow }, filter, keyOfRecord(of, record)),
        )
        const query = { filter, search: null, order: [], limit: 1_000, after: null }
        const page = await listRecords(context, of, query)
        expect(page.records.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort())
      }
    }),
  )
  await fc.assert(held, { ...bounded, numRuns: 4 })
})

test('a figure made of others is broken down into figures made of others', async () => {
  const rate = office.house.pack.indicators.mendedRate!
  const asked: Asked = { period: { from: '2022-01-01', to: '2022-10-31' }, asOf: '2022-10-31' }
  const { rows } = await sql<{ id: string }>`select id from ledger.organ where name = '园务处'`.execute(
    office.house.database,
  )
  const context = {
    ...{
      db: office.house.database,
      pack: office.house.pack,
      packVersion: '',
      past: [],
      today: '2022-10-31',
      at: new Date(),
    },
    ...{
      language: 'zh' as const,
      actor: {
        account: '',
        person: '',
        name: '',
        userName: '',
        district: '990901',
        organPath: [],
        organs: [],
        roles: ['steward'],
      },
    },
  }
  const node = { tree: 'organ', id: rows[0]!.id }
  const parts = await readBreakdown(context, rate, { ...asked, node }, { tree: 'organ' })
  expect(parts.map(({ figure }) => leavesOf(figure).map((leaf) => leaf.node?.below))).toEqual([
    [node.id, node.id],
    [node.id, node.id],
  ])
})
