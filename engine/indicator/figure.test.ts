import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../calendar/index.ts'
import { isLeaf, type Register } from '../pack/index.ts'
import type { LivingRecord, Values } from '../record/index.ts'
import { allotment, fault, firstDay, idOf, someDay, stock, visit } from '../record/testing/allotment.ts'
import { manyRecordsOf } from '../record/testing/arbitraries.ts'
import {
  after,
  bai,
  he,
  leakingTap,
  lin,
  link,
  mended,
  orders,
  organs,
  zhou,
} from '../record/testing/garden.ts'
import { type Asked, contributionsOf, counts, figureInMemory, leafValue, tallyOf } from './index.ts'

/** The value of a figure of these records. */
function reading(indicator: string, records: Record<string, LivingRecord[]>, asked: Asked): string | null {
  const found = allotment.indicators[indicator]!
  return figureInMemory(allotment, found, ({ id }) => records[id] ?? [], asked).value
}

const october = { from: '2022-10-01', to: '2022-10-31' }
const year = { from: '2022-01-01', to: '2022-12-31' }

/** Five faults of one October. */
function faults(): LivingRecord[] {
  const report = (foundOn: Day, values: Values = {}) =>
    after(null, he, 'create', { values: { ...leakingTap, foundOn, ...values } })
  const tap = after(report('2022-10-03'), he, 'notify', { values: orders, day: '2022-10-04' })
  const tapMended = after(tap, zhou, 'submit', {
    values: { ...mended.values, cost: '12.5' },
    day: '2022-10-25',
  })
  const atOnce = after(report('2022-10-05', { cost: '7.5', person: link(idOf(11)) }), he, 'mendAtOnce', {
    ...mended,
    ...{ day: '2022-10-05', reason: '补录' },
  })
  const trellis = after(report('2022-10-10', { grade: 'serious', what: '棚架倾斜' }), he, 'notify', {
    ...{ values: { ...orders, due: { kind: 'standing' } }, day: '2022-10-10' },
  })
  const gate = report('2022-10-12', { what: '园门' })
  const west = after(null, bai, 'create', {
    values: { ...leakingTap, foundBy: link(organs.west), foundOn: '2022-10-15' },
  })
  return [
    after(tapMended, he, 'verify', { day: '2022-10-28' }),
    atOnce,
    trellis,
    after(gate, lin, 'withdraw', { reason: '误报' }),
    west,
  ]
}

describe('figures of one October, counted by hand', () => {
  it.each([
    // As of the last day: the tap and the small thing are mended; the gate was no fault.
    ['faultsFound', '2022-10-31', '4'],
    ['faultsMended', '2022-10-31', '2'],
    ['mendedRate', '2022-10-31', '50.0'],
    ['seriousRate', '2022-10-31', '250'],
    ['seriousFaults', '2022-10-31', '1'],
    ['waterFaults', '2022-10-31', '3'],
    ['openFaults', '2022-10-31', '2'],
    ['overdueFaults', '2022-10-31', '0'],
    ['personsCalled', '2022-10-31', '2'],
    ['ownersAtWork', '2022-10-31', '1'],
    // The tap cost 12.5 and was mended on the 25th; what was mended at once has no such day.
    ['cost', '2022-10-31', '12.5'],
    // As of the 24th: the tap was given until the 20th and is not mended.
    ['faultsFound', '2022-10-24', '4'],
    ['faultsMended', '2022-10-24', '1'],
    ['mendedRate', '2022-10-24', '25.0'],
    ['openFaults', '2022-10-24', '3'],
    ['overdueFaults', '2022-10-24', '1'],
    ['cost', '2022-10-24', '0'],
    // On its day it is not late yet, the day after it is, and on the 25th somebody looks at it.
    ['overdueFaults', '2022-10-20', '0'],
    ['overdueFaults', '2022-10-21', '1'],
    ['overdueFaults', '2022-10-27', '1'],
    ['overdueFaults', '2022-10-28', '0'],
    // As of the 9th two had been found.
    ['faultsFound', '2022-10-09', '2'],
    ['mendedRate', '2022-10-09', '50.0'],
    // Before anything was found there is nothing to divide by.
    ['faultsFound', '2022-10-02', '0'],
    ['mendedRate', '2022-10-02', null],
    ['openFaults', '2022-10-02', '0'],
  ])('%s as of %s: %s', (indicator, asOf, value) => {
    expect(reading(indicator, { fault: faults() }, { period: october, asOf })).toBe(value)
  })

  it('a period is what the day of the record says, whatever the as-of day', () => {
    const week = { from: '2022-10-05', to: '2022-10-10' }
    expect(reading('faultsFound', { fault: faults() }, { period: week, asOf: '2022-12-31' })).toBe('2')
    expect(reading('openFaults', { fault: faults() }, { period: week, asOf: '2022-12-31' })).toBe('2')
  })
})

describe('figures of visits, counted by hand', () => {
  const visited = (visitedOn: Day, plot: number | null, values: Values): LivingRecord =>
    after(null, he, 'create', {
      register: visit,
      values: {
        ...{ visitedOn, plot: plot === null ? { id: null, text: '井边' } : link(idOf(plot)) },
        ...{ organ: link(organs.east), kind: 'harvest', people: 2, ...values },
      },
    })
  const visits = [
    visited('2022-10-02', 21, { harvest: 30, takings: '1200.5' }),
    visited('2022-10-02', 22, { harvest: 5, takings: '-0.75', people: 4 }),
    visited('2022-10-03', 21, { kind: 'round', takings: '0.25' }),
    visited('2022-10-04', null, { people: 3 }),
  ]

  it.each([
    ['visits', '4'],
    ['people', '11'],
    ['harvest', '35'],
    ['takings', '1200'],
    // One was visited twice, one is only named and not found among the plots.
    ['plotsVisited', '2'],
    ['smallVisits', '3'],
  ])('%s: %s', (indicator, value) => {
    expect(reading(indicator, { visit: visits }, { period: october, asOf: '2022-10-31' })).toBe(value)
  })

  it('an unknown amount adds nothing, and is no record of the figure', () => {
    const harvest = allotment.indicators.harvest!
    if (!isLeaf(harvest)) throw new Error('harvest is a sum')
    expect(visits.flatMap((one) => contributionsOf(harvest, visit, one)).map(({ amount }) => amount)).toEqual(
      ['30', '5'],
    )
  })

  it('money is exact where floating point is not', () => {
    const cents = Array.from({ length: 10 }, () => visited('2022-10-02', 21, { takings: '0.1' }))
    expect(reading('takings', { visit: cents }, { period: october, asOf: '2022-10-31' })).toBe('1')
    const large = Array.from({ length: 3 }, () =>
      visited('2022-10-02', 21, { takings: '999999999999999.99' }),
    )
    expect(reading('takings', { visit: large }, { period: october, asOf: '2022-10-31' })).toBe(
      '2999999999999999.97',
    )
    const none = [visited('2022-10-02', 21, { takings: '-5' }), visited('2022-10-02', 21, { takings: '5' })]
    expect(reading('takings', { visit: none }, { period: october, asOf: '2022-10-31' })).toBe('0')
  })
})

describe('a lease', () => {
  const record = (leasedFrom: Day | null, leasedUntil: Day | null): LivingRecord => ({
    ...{ id: idOf(1), version: 1, state: 'recorded', values: { leasedFrom, leasedUntil } },
    spans: [
      { from: '2022-01-10', until: null, act: 'create', by: idOf(900), state: 'recorded', tracked: {} },
    ],
  })
  const leased = (asOf: Day, ...days: [Day | null, Day | null]) =>
    reading('leasedPlots', { plot: [record(...days)] }, { period: year, asOf })

  it('runs from its first day to its last, both included', () => {
    const term = ['2022-03-01', '2022-05-31'] as [Day, Day]
    expect(
      ['2022-02-28', '2022-03-01', '2022-05-31', '2022-06-01'].map((day) => leased(day, ...term)),
    ).toEqual(['0', '1', '1', '0'])
  })

  it('does not run before the plot was in the book, nor with an end that is not known', () => {
    expect(leased('2022-01-09', '2022-01-01', '2022-05-31')).toBe('0')
    expect(leased('2022-01-10', '2022-01-01', '2022-05-31')).toBe('1')
    expect(leased('2022-03-01', '2022-01-01', null)).toBe('0')
    expect(leased('2022-03-01', '2022-04-01', '2022-02-01')).toBe('0')
  })
})

describe('laws of figures', () => {
  const manyFaults = manyRecordsOf(allotment, fault, stock)
  const manyVisits = manyRecordsOf(allotment, visit, stock)
  const period = fc.tuple(someDay, someDay).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))

  function figure(id: string, register: Register, records: LivingRecord[], asked: Asked): number {
    return Number(reading(id, { [register.id]: records }, asked))
  }

  it('counts and sums of two periods are those of both together', () => {
    const cases = [
      ['faultsFound', fault],
      ['faultsMended', fault],
      ['waterFaults', fault],
      ['visits', visit],
      ['people', visit],
    ] as const
    fc.assert(
      fc.property(
        manyFaults,
        manyVisits,
        period,
        someDay,
        fc.nat({ max: 39 }),
        (found, visited, whole, asOf, n) => {
          const cut = addDays(firstDay, n)
          if (cut < whole.from || cut >= whole.to) return
          for (const [id, register] of cases) {
            const records = register === fault ? found : visited
            const of = (from: Day, to: Day) => figure(id, register, records, { period: { from, to }, asOf })
            expect(of(whole.from, cut) + of(addDays(cut, 1), whole.to)).toBe(of(whole.from, whole.to))
          }
        },
      ),
      { numRuns: 200 },
    )
  })

  it('no more are mended than found, and no rate passes 100, on whatever day', () => {
    fc.assert(
      fc.property(manyFaults, period, someDay, (records, during, asOf) => {
        const asked = { period: during, asOf }
        expect(figure('faultsMended', fault, records, asked)).toBeLessThanOrEqual(
          figure('faultsFound', fault, records, asked),
        )
        expect(Number(reading('mendedRate', { fault: records }, asked) ?? 0)).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('different ones are no more than all of them, and grow with the period', () => {
    fc.assert(
      fc.property(manyVisits, period, someDay, (records, during, asOf) => {
        const plots = figure('plotsVisited', visit, records, { period: during, asOf })
        expect(plots).toBeLessThanOrEqual(figure('visits', visit, records, { period: during, asOf }))
        expect(plots).toBeLessThanOrEqual(figure('plotsVisited', visit, records, { period: year, asOf }))
      }),
    )
  })

  it('a stock knows no period, and what is late is open', () => {
    fc.assert(
      fc.property(manyFaults, period, someDay, (records, during, asOf) => {
        const open = figure('openFaults', fault, records, { period: during, asOf })
        expect(open).toBe(figure('openFaults', fault, records, { period: year, asOf }))
        expect(figure('overdueFaults', fault, records, { period: year, asOf })).toBeLessThanOrEqual(open)
      }),
    )
  })

  it('a figure is what its footing comes to, in whatever order it is read', () => {
    const ids = Object.values(allotment.indicators).filter(isLeaf)
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        manyFaults,
        manyVisits,
        period,
        someDay,
        (found, a, b, during, asOf) => {
          const records = found.register === 'fault' ? a : found.register === 'visit' ? b : []
          const register = allotment.registers[found.register]!
          const footing = records
            .toReversed()
            .flatMap((record) => contributionsOf(found, register, record))
            .filter((one) => counts(one, during, asOf))
          const value = reading(found.id, { [register.id]: records }, { period: during, asOf })
          expect(leafValue(found, tallyOf(footing))).toBe(value)
          // Each record, or each of its rows, stands in the list of a figure once.
          expect(new Set(footing.map(({ record, row }) => `${record} ${row}`)).size).toBe(footing.length)
        },
      ),
    )
  })
})
