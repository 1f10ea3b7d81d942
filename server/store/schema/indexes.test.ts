import { addDays } from '@anzhi/engine/calendar'
import { isLeaf, type Pack, type Register } from '@anzhi/engine/pack'
import { type FilterSpec, type OrderBy, readFilter, readOrder } from '@anzhi/engine/query'
import type { LivingRecord, Values } from '@anzhi/engine/record'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Context } from '../../context.ts'
import { type Office, openOffice } from '../../testing/office.ts'
import { shelve } from '../../testing/shelve.ts'
import { readFigure } from '../figures.ts'
import { listRecords } from '../records.ts'
import { keyColumn } from './columns.ts'

const many = 20_000
const district = '990901'

let office: Office
let pool: pg.Pool
/** Every query that was asked, with what it was asked. */
const asked: { sql: string; parameters: readonly unknown[] }[] = []
let context: Context
let organs: string[]
let plots: string[]

const idOf = (kind: number, n: number) => `0190a6f0-000${kind}-7000-8000-${String(n).padStart(12, '0')}`

beforeAll(async () => {
  office = await openOffice()
  pool = new pg.Pool({ connectionString: office.url, max: 2 })
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      asked.push(query)
    },
  })
  const { pack, packVersion, past } = office.house
  const actor = { account: idOf(9, 1), person: idOf(9, 1), name: '', userName: '', district, organPath: [] }
  const seer = { ...actor, organs: [], roles: ['steward'] }
  const when = { today: '2022-10-31', at: new Date() }
  context = { db, pack, packVersion, past, actor: seer, ...when, language: 'zh' }
  await fill(pack)
  await sql`analyze`.execute(db)
})
afterAll(async () => {
  await pool.end()
  await office.close()
})

/** A record in its last state, with one stretch of life. */
function living(register: Register, id: string, from: string, state: string, values: Values): LivingRecord {
  const tracked = Object.fromEntries(
    Object.values(register.fields)
      .filter(({ spec }) => spec.tracked === true)
      .map((field) => [field.id, values[field.id] ?? null]),
  )
  const span = { from, until: null, act: 'create', by: idOf(9, 1), state, tracked }
  return { id, version: 1, state, values, spans: [span] }
}

/** Some of everything is rare, so that an index leads to it. */
async function fill({ registers }: Pack): Promise<void> {
  const { organ, plot, fault, visit } = registers as Record<string, Register>
  organs = Array.from({ length: 200 }, (_, n) => idOf(1, n))
  plots = Array.from({ length: 500 }, (_, n) => idOf(2, n))
  const rare = (n: number) => n % 400 === 0
  const day = (n: number) => addDays('2020-01-01', n % 1_000)
  const organRecords = organs.map((id, n) =>
    living(organ!, id, '2020-01-01', organ!.states[0]!, { name: `园${n}`, rank: n }),
  )
  const plotRecords = plots.map((id, n) => {
    const values = { code: `P-${n}`, kind: 'herb', garden: { id: organs[n % 200], text: null } }
    return living(plot!, id, '2020-01-01', plot!.states[0]!, values)
  })
  const link = (among: string[], n: number) => ({ id: among[n % among.length], text: null })
  const faults = Array.from({ length: many }, (_, n) => {
    const due = { kind: 'day', date: addDays(day(n), 20), text: null }
    const grade = rare(n) ? 'serious' : 'minor'
    const own = { number: `YD-2020-${n}`, what: `毛病${n}`, grade, foundOn: day(n), due }
    const links = { plot: link(plots, n), foundBy: link(organs, n), owner: link(organs, n + 7) }
    return living(fault!, idOf(3, n), day(n), rare(n) ? 'notified' : 'struckOff', { ...own, ...links })
  })
  const visits = Array.from({ length: many }, (_, n) => {
    const own = { visitedOn: day(n), kind: rare(n) ? 'afterStorm' : 'round', people: 2 }
    return living(visit!, idOf(4, n), day(n), visit!.states[0]!, {
      ...own,
      plot: link(plots, n),
      organ: link(organs, n),
    })
  })
  await office.house.database.transaction().execute(async (db) => {
    await shelve(db, district, organ!, organRecords)
    await shelve(db, district, plot!, plotRecords)
    await shelve(db, district, fault!, faults)
    await shelve(db, district, visit!, visits)
  })
}

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  Plans?: Node[]
}

function nodesIn(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesIn)]
}

/** What PostgreSQL does for some work: the indexes it goes by, the tables it reads whole, and whether it sorts. */
async function explain(work: () => Promise<unknown>) {
  asked.length = 0
  await work()
  const nodes: Node[] = []
  for (const { sql: text, parameters } of [...asked]) {
    if (!text.trimStart().startsWith('select')) continue
    const { rows } = await pool.query(`explain (format json) ${text}`, [...parameters])
    nodes.push(...nodesIn(rows[0]['QUERY PLAN'][0].Plan as Node))
  }
  const large = ['fault', 'fault_span', 'visit', 'visit_span']
  return {
    whole: nodes.flatMap((node) =>
      node['Node Type'] === 'Seq Scan' && large.includes(node['Relation Name'] ?? '')
        ? node['Relation Name']
        : [],
    ),
    by: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))],
  }
}

function list(register: string, filter: FilterSpec, order: string[] = []) {
  const of = office.house.pack.registers[register]!
  const read = readFilter(of, filter)
  const orders = readOrder(of, order)
  if (!read.ok || !orders.ok) throw new Error('a filter of the test cannot be read')
  const query = { filter: read.value, search: null, order: orders.value as OrderBy[], limit: 20, after: null }
  return listRecords(context, of, query)
}

describe(`among ${many} records`, () => {
  const filters: [string, () => FilterSpec, string][] = [
    ['fault', () => ({ state: 'notified' }), 'fault_state_ix'],
    ['fault', () => ({ grade: 'serious' }), 'fault_grade_ix'],
    ['fault', () => ({ foundBy: organs[3] }), 'fault_found_by_id_ix'],
    ['fault', () => ({ owner: organs[3] }), 'fault_owner_id_ix'],
    ['fault', () => ({ foundOn: '2021-03-04' }), 'fault_found_on_ix'],
    ['fault', () => ({ due: { from: '2021-03-04', upTo: '2021-03-06' } }), 'fault_due_ix'],
    // What the pack only refers to.
    ['fault', () => ({ plot: plots[3] }), 'fault_plot_id_ix'],
    ['visit', () => ({ kind: 'afterStorm' }), 'visit_kind_ix'],
    ['visit', () => ({ visitedOn: { from: '2021-03-04', upTo: '2021-03-06' } }), 'visit_visited_on_ix'],
    ['visit', () => ({ organ: organs[3] }), 'visit_organ_id_ix'],
  ]

  test.each(filters)('a list of %s goes by what it filters: %s', async (register, filter, index) => {
    const { whole, by } = await explain(() => list(register, filter()))
    expect(whole).toEqual([])
    expect(by).toContain(index)
  })

  test('every filter that a list offers has an index, unless it tells two values apart or is kept in parts', () => {
    const { registers } = office.house.pack
    const offered = ['fault', 'visit'].flatMap((id) =>
      registers[id]!.list.filters.map((field) => [id, field]),
    )
    const tried = filters.map(([register, filter]) => `${register} ${Object.keys(filter())[0]}`)
    const left = offered.map(([id, field]) => `${id} ${field}`).filter((one) => !tried.includes(one))
    // An own table for the links, whose index leads back to the record.
    expect(left).toEqual(['visit teams'])
  })

  test.each(['fault', 'visit'])(
    'the first page of %s is read in its order, and nothing is sorted',
    async (id) => {
      const { order } = office.house.pack.registers[id]!.list
      const { by } = await explain(() => list(id, {}, order))
      expect(by).toContain(`${id}_list_ix`)
    },
  )

  test('figures go by the day that places them, and by the state and the tracked values of then', async () => {
    const indicators = office.house.pack.indicators
    const period = { from: '2021-03-01', to: '2021-03-01' }
    const of = async (id: string) => {
      const indicator = indicators[id]!
      expect(isLeaf(indicator), id).toBe(true)
      return explain(() => readFigure(context, indicator, { period, asOf: '2022-10-31' } as never))
    }
    expect(await of('faultsFound')).toMatchObject({
      whole: [],
      by: expect.arrayContaining(['fault_found_on_ix']),
    })
    expect(await of('visits')).toMatchObject({
      whole: [],
      by: expect.arrayContaining(['visit_visited_on_ix']),
    })
    expect((await of('openFaults')).whole).toEqual([])
    expect((await of('overdueFaults')).whole).toEqual([])
    expect((await of('ownersAtWork')).whole).toEqual([])
  })

  test('every field by which a figure tells stretches of lives apart is found by it', async () => {
    const { rows } = await sql<{ name: string }>`select indexname as name from pg_indexes
      where tablename = 'fault_span'`.execute(office.house.database)
    const names = rows.map(({ name }) => name)
    for (const field of ['grade', 'due']) {
      const { name } = keyColumn(office.house.pack.registers.fault!.fields[field]!)
      expect(names).toContain(`fault_span_${name}_ix`)
    }
  })
})
