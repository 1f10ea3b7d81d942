import { type Figure, leavesOf } from '@anzhi/engine/indicator'
import { findIndicator } from '@anzhi/engine/pack'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Body, type Office, openOffice } from '../testing/office.ts'
import { playSeason } from '../testing/season.ts'
import { done, next, refusals } from '../testing/work.ts'

let office: Office
let faults: Record<string, string>
let before: Record<string, number>

beforeAll(async () => {
  office = await openOffice()
  faults = await playSeason(office)
  before = await office.census()
})
afterAll(async () => {
  expect(await office.census()).toEqual(before)
  await office.close()
})

const get = async (who: string, path: string) => done(await (await office.as(who)).get(`/api/figures${path}`))

/** The numbers of a figure as it is read, as its footing adds up and as its list gives it: all must be one. */
async function figure(who: string, id: string, query = ''): Promise<string | null> {
  const read = await get(who, `/${id}${query}`)
  const leaves = leavesOf(read.figure)
  expect(
    read.footing.map(({ total }) => total),
    id,
  ).toEqual(leaves.map(({ value }) => value))
  for (const leaf of leaves) {
    const hasRecords = 'register' in office.house.pack.indicators[leaf.indicator]!
    if (hasRecords) expect(await listed(who, leaf), leaf.indicator).toBe(leaf.value)
  }
  return read.figure.value
}

/** What the list of a figure over its own days comes to, as a reader would work it out. */
async function listed(who: string, of: Body['figure']): Promise<string | null> {
  const { indicator, period, asOf, node } = of
  const which = node === undefined ? '' : `&node=${node.id}&axis=${node.axis}`
  const days = `from=${period.from}&to=${period.to}&asOf=${asOf}${which}`
  const page = await get(who, `/${indicator}/records?${days}&limit=200`)
  expect(page.total).toBe(page.records.length)
  const units = page.records.map(({ unit }) => unit).filter((unit) => unit !== null)
  if (units.length > 0) return String(new Set(units).size)
  // In fen, so that nothing is lost on the way.
  const fen = page.records.reduce((sum, { amount }) => sum + Math.round(Number(amount ?? 0) * 100), 0)
  if (findIndicator(office.house.pack, indicator)?.kind !== 'mean') return String(fen / 100)
  return page.total === 0 ? null : (Math.round(fen / page.total) / 100).toFixed(2)
}

const october = '?from=2022-10-01&to=2022-10-31'

const handCounted: [string, string | null, string | null, string | null][] = [
  // figure, 林晚 sees all, 何田 the east, 白露 the west
  ['visits', '4', '3', '1'],
  ['people', '10', '6', '4'],
  ['harvest', '48', '40', '8'],
  ['takings', '80.25', '80.25', '0'],
  ['plotsVisited', '3', '2', '1'],
  ['smallVisits', '3', '3', '0'],
  ['jointVisits', '1', '1', '0'],
  // 40 kilograms are rich, whatever the stall took.
  ['richVisits', '1', '1', '0'],
  // 4.50 of chard and 30 of apples; in the west nobody knows.
  ['pickedWorth', '34.5', '34.5', '0'],
  // Two baskets of apples in the east; one of plums in the west is not enough.
  ['fruitVisits', '1', '1', '0'],
  ['plots', '3', '2', '1'],
  ['wateredPlots', '3', '2', '1'],
  ['emptyPlots', '0', '0', '0'],
  ['largePlots', '0', '0', '0'],
  ['leasedPlots', '0', '0', '0'],
  ['leasedRate', '0.0', '0.0', '0.0'],
  // 100.50 and -20.25 of two visits; west took nothing down.
  ['meanTakings', '40.13', '40.13', null],
  // One visit in September, in the east.
  ['visitsChange', '300.0', '200.0', null],
  // Nothing was written down in October of the year before.
  ['peopleChange', '10', '6', '4'],
  ['openFaultsChange', '3', '2', '1'],
  ['mendedRateChange', null, null, null],
  // 48, 40 and 8 of 60.
  ['harvestReached', '80.0', '66.7', '13.3'],
  // Without a campaign there is no plan.
  ['foundReached', null, null, null],
  // Of the whole garden there is no place; with a node, see below.
  ['mendedRank', null, null, null],
  ['overdueRank', null, null, null],
  // Chard and apples in the east, plums in the west; 2 and 1 baskets are fruit. No row names a plot.
  ['cropsPicked', '3', '2', '1'],
  ['fruitBaskets', '3', '2', '1'],
  ['plotsPicked', '0', '0', '0'],
  // All three were visited in October, X-01 on no round; there the serious fault F is open.
  ['unvisitedPlots', '0', '0', '0'],
  ['troubledPlots', '1', '0', '1'],
  // Nobody has stated anything yet.
  ['attendance', '10', '6', '4'],
  ['plotsTended', '3', '2', '1'],
  ['faultsOpen', '3', '2', '1'],
  ['leaflets', null, null, null],
  ['waterButts', null, null, null],
  ['tidiness', null, null, null],
  ['leafletsReached', null, null, null],
  ['faultsFound', '5', '4', '1'],
  ['faultsMended', '2', '2', '0'],
  ['mendedRate', '40.0', '50.0', '0.0'],
  ['seriousFaults', '2', '1', '1'],
  ['seriousRate', '400', '250', '1000'],
  ['waterFaults', '2', '2', '0'],
  ['cost', '300', '300', '0'],
  ['openFaults', '3', '2', '1'],
  ['overdueFaults', '1', '1', '0'],
  ['ownersAtWork', '2', '1', '1'],
  // No tool is entered in this season; they are counted by hand where they are.
  ['tools', '0', '0', '0'],
  ['toolWeight', '0', '0', '0'],
  ['heldByWeight', '0', '0', '0'],
  ['heldByVolume', '0', '0', '0'],
  ['bagsOwed', '0', '0', '0'],
  ['plotsWithTools', '0', '0', '0'],
  ['borrowers', '0', '0', '0'],
  ['diggingTools', '0', '0', '0'],
  ['personsCalled', '2', '1', '1'],
]

describe('hand-counted', () => {
  test.each(handCounted)('%s of October', async (id, all, east, west) => {
    expect(await figure('lin', id, october)).toBe(all)
    expect(await figure('he', id, october)).toBe(east)
    expect(await figure('bai', id, october)).toBe(west)
  })

  test('and there is no other figure', async () => {
    const { figures } = await get('lin', october)
    const known = Object.keys(office.house.pack.indicators)
    expect(handCounted.map(([id]) => id).sort()).toEqual([...known].sort())
    expect(figures.map(({ indicator }) => indicator)).toEqual(known)
    for (const found of figures) {
      expect(found.value, found.indicator).toBe(await figure('lin', found.indicator, october))
    }
  })
})

describe('a figure', () => {
  test('says what it is: unit, print, source, days and definition', async () => {
    const { figure: rate, definition, footing } = await get('lin', `/mendedRate${october}`)
    expect(rate).toMatchObject({
      indicator: 'mendedRate',
      value: '40.0',
      shown: '40.0',
      unit: '%',
      source: 'counted',
      period: { from: '2022-10-01', to: '2022-10-31' },
      asOf: '2022-10-31',
      parts: [
        { indicator: 'faultsMended', value: '2' },
        { indicator: 'faultsFound', value: '5' },
      ],
    })
    expect(definition).toBe('修好 ÷ 发现毛病，四舍五入保留1位小数；分母为零时不出数。')
    expect(footing.map(({ total }) => total)).toEqual(['2', '5'])
    expect((await get('lin', '/mendedRate?language=en')).definition).toMatch(/rounded half up/)
  })

  test('without anything to divide by is no figure, and no zero', async () => {
    const quiet = '?from=2022-01-01&to=2022-01-31'
    const { figure: rate, footing } = await get('lin', `/mendedRate${quiet}`)
    expect([rate.value, rate.shown, footing.map(({ total }) => total)]).toEqual([null, '—', ['0', '0']])
    expect(await figure('tao', 'mendedRate', quiet)).toBeNull()
  })

  test('counts with both ends of its period, the year so far unless said', async () => {
    const visits = (query: string) => figure('lin', 'visits', query)
    expect(await visits('')).toBe('5')
    expect(await visits('?from=2022-09-28&to=2022-09-28')).toBe('1')
    expect(await visits('?from=2022-09-29&to=2022-10-04')).toBe('0')
    expect(await visits('?from=2022-10-05&to=2022-10-12')).toBe('2')
    expect(await visits('?to=2022-10-04')).toBe('1')
    expect(await visits('?from=2022-10-12')).toBe('3')
    expect(await visits('?asOf=2022-10-04')).toBe('1')
    // What was entered for a day after the as-of day had not happened then.
    expect(await visits('?from=2022-10-01&to=2022-10-31&asOf=2022-10-12')).toBe('2')
  })

  test('as of a day sees the life as it was then', async () => {
    const open = (asOf: string) => figure('lin', 'openFaults', `?asOf=${asOf}`)
    const days = ['10-02', '10-03', '10-04', '10-06', '10-07', '10-08', '10-09', '10-31']
    const values = await Promise.all(days.map((day) => open(`2022-${day}`)))
    // A; A B; A B C; D came and went on one day; then B was looked at and F was found on the same day.
    expect(values).toEqual(['0', '1', '2', '3', '3', '3', '3', '3'])
    expect(await figure('lin', 'faultsMended', `${october}&asOf=2022-10-06`)).toBe('0')
    expect(await figure('lin', 'faultsMended', `${october}&asOf=2022-10-07`)).toBe('1')
    expect(await figure('lin', 'faultsMended', `${october}&asOf=2022-10-09`)).toBe('2')
    expect(await figure('lin', 'ownersAtWork', '?asOf=2022-10-09')).toBe('1')
    expect(await figure('lin', 'ownersAtWork', '?asOf=2022-10-10')).toBe('2')
  })

  test('overdue begins on the day after the last one, and ends with the work', async () => {
    const overdue = (asOf: string) => figure('lin', 'overdueFaults', `?asOf=${asOf}`)
    const days = ['10-10', '10-15', '10-16', '10-31', '11-05', '11-06']
    const values = await Promise.all(days.map((day) => overdue(`2022-${day}`)))
    // B was mended in time; C is due on 10-15; F on 11-05.
    expect(values).toEqual(['0', '0', '1', '1', '1', '2'])
    const { records } = await get('lin', '/overdueFaults/records?asOf=2022-10-16')
    expect(records.map(({ id }) => id)).toEqual([faults.c])
  })

  test('of a rank is a place in a table that everybody who sees the garden can check', async () => {
    const [east, west] = [await office.idOf('organ', '东园'), await office.idOf('organ', '西园')]
    const of = async (who: string, id: string, node: string) =>
      (await get(who, `/${id}${october}&node=${node}`)).figure
    const rate = await of('lin', 'mendedRank', east)
    expect(rate).toMatchObject({
      ...{ value: '1', unit: '名', source: 'counted', places: ['1', '2'] },
      parts: [
        { indicator: 'mendedRate', value: '50.0', node: { id: east, axis: 'foundBy' } },
        { indicator: 'mendedRate', value: '0.0', node: { id: west, axis: 'foundBy' } },
      ],
    })
    expect((await of('lin', 'mendedRank', west)).value).toBe('2')
    // In the east C is overdue, in the west nothing.
    expect([
      (await of('lin', 'overdueRank', east)).value,
      (await of('lin', 'overdueRank', west)).value,
    ]).toEqual([...['2', '1']])
    // Who sees only one garden is not told a place among others.
    expect(await of('he', 'mendedRank', east)).toMatchObject({ value: null, parts: [], places: [] })
    const top = `&node=${await office.idOf('organ', '园务处')}`
    const answer = await (await office.as('lin')).get(`/api/figures/mendedRank/parts${october}${top}`)
    const { parts } = JSON.parse(answer.bytes.toString()) as { parts: { title: string; figure: Figure }[] }
    expect(parts.map(({ title, figure }) => [title, figure.value])).toEqual([
      ['东园', '1'],
      ['西园', '2'],
    ])
  })

  test('names the records that make it, with their titles and what each gives', async () => {
    const page = await get('he', `/takings/records${october}`)
    expect(page).toMatchObject({ register: 'visit', total: 2, next: null })
    expect(page.records.map(({ title, amount, unit }) => [title, amount, unit])).toEqual([
      ['2022-10-12 D-02', '-20.25', null],
      ['2022-10-05 D-01 井边', '100.50', null],
    ])
    const { records } = await get('lin', `/plotsVisited/records${october}`)
    expect(records.map(({ unit }) => unit)).toEqual([
      await office.idOf('plot', 'D-02'),
      await office.idOf('plot', 'X-01'),
      await office.idOf('plot', 'D-02'),
      await office.idOf('plot', 'D-01'),
    ])
  })

  test.each([
    ['/nothing', 404, 'noSuchIndicator indicator'],
    ['/__proto__', 404, 'noSuchIndicator indicator'],
    ['/nothing/records', 404, 'noSuchIndicator indicator'],
    ['/mendedRate/records', 400, 'badRequest indicator'],
    ['/visitsChange/records', 400, 'badRequest indicator'],
    ['/visits?from=2022-10-31&to=2022-10-01', 400, 'badPeriod to'],
    ['?from=2022-10-31&to=2022-10-01', 400, 'badPeriod to'],
    ['/visits?from=2022-02-30', 400, 'badRequest from'],
    ['/visits?asOf=today', 400, 'badRequest asOf'],
    ['/visits?asOf=0001-01-01&from=2022-01-01&to=2022-01-02', 422, 'notDate asOf'],
    ['/visits?from=0001-01-01', 422, 'notDate from'],
    ['/visits?to=9999-12-31', 422, 'notDate from'],
    ['/visits/records?after=x', 400, 'badCursor after'],
    ['/visits/records?limit=1000', 400, 'badRequest limit'],
  ])('%s is refused', async (path, status, refusal) => {
    const answer = await (await office.as('lin')).get(`/api/figures${path}`)
    expect([answer.status, refusals(answer)[0]]).toEqual([status, refusal])
  })
})

test('SQL that knows nothing of indicators counts the same', async () => {
  const { rows } = await sql<Record<string, string>>`
    select (select count(*) from ledger.visit where visited_on between '2022-10-01' and '2022-10-31') as visits,
      (select sum(people) from ledger.visit where visited_on between '2022-10-01' and '2022-10-31') as people,
      (select count(distinct plot_id) from ledger.visit where visited_on >= '2022-10-01') as "plotsVisited",
      (select trim_scale(sum(takings)) from ledger.visit where visited_on >= '2022-10-01') as takings,
      (select count(*) from ledger.fault where state <> 'withdrawn') as "faultsFound",
      (select count(*) from ledger.fault where state in ('verified', 'struckOff')) as "faultsMended",
      (select count(*) from ledger.fault where state in ('found', 'notified', 'submitted')) as "openFaults",
      (select count(*) from ledger.fault where due < '2022-10-31' and state = 'notified') as "overdueFaults",
      (select count(distinct owner_id) from ledger.fault where state = 'notified') as "ownersAtWork",
      (select round(1000.0 * count(*) filter (where grade = 'serious') / count(*)) from ledger.fault
        where state <> 'withdrawn') as "seriousRate"`.execute(office.house.database)
  for (const [id, value] of Object.entries(rows[0]!)) {
    expect(await figure('lin', id, october), id).toBe(String(value))
  }
})

test('a correction of today changes what earlier days say; a withdrawal takes the record out of them', async () => {
  const lin = await office.as('lin')
  const serious = (asOf: string) => figure('lin', 'seriousFaults', `?asOf=${asOf}`)
  expect([await serious('2022-10-06'), await serious('2022-10-31')]).toEqual(['1', '2'])
  const url = `/api/registers/fault/records/${faults.c}`
  const graver = { values: { grade: 'serious' }, reason: '实为大毛病' }
  const worse = await next(lin, 'correct', done(await lin.get(url)), graver)
  expect([await serious('2022-10-06'), await serious('2022-10-31')]).toEqual(['2', '3'])
  await next(lin, 'withdraw', worse, { reason: '重复' })
  expect([await serious('2022-10-06'), await serious('2022-10-31')]).toEqual(['1', '2'])
  before = await office.census()
})
