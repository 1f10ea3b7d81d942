import { describe, expect, it } from 'vitest'
import type { Day } from '../calendar/index.ts'
import type { Indicator } from '../pack/index.ts'
import type { LivingRecord, Values } from '../record/index.ts'
import { allotment, idOf, visit } from '../record/testing/allotment.ts'
import { after, he, link, organs } from '../record/testing/garden.ts'
import { type Asked, type Figure, figureInMemory, leavesOf, needsOf } from './index.ts'

const october = { period: { from: '2022-10-01', to: '2022-10-31' }, asOf: '2022-10-31' }

function visited(visitedOn: Day, values: Values = {}): LivingRecord {
  return after(null, he, 'create', {
    register: visit,
    reason: '补录',
    values: {
      ...{ visitedOn, plot: link(idOf(21)), organ: link(organs.east), kind: 'harvest', people: 2, ...values },
    },
  })
}

/** Three visits in September, four in October; the year before there was none. */
const visits = [
  visited('2022-09-01', { takings: '10' }),
  visited('2022-09-15', { harvest: 20 }),
  visited('2022-09-30', { people: 6, takings: '0.5' }),
  visited('2022-10-01', { harvest: 40 }),
  visited('2022-10-02', { takings: '-1.01' }),
  visited('2022-10-30', { people: 1 }),
  visited('2022-10-31', { people: 5, harvest: 8, takings: '2.02' }),
]

function read(indicator: Indicator, asked: Asked = october): Figure {
  return figureInMemory(allotment, indicator, ({ id }) => (id === 'visit' ? visits : []), asked)
}

const change = (as: '%' | 'amount', against: 'yearBefore' | 'periodBefore', of = 'visits'): Indicator => ({
  ...{ id: 'any', kind: 'change', of, against, as, unit: '%', decimals: 1 },
})

describe('a change, counted by hand', () => {
  it('is by how many per cent more there is now', () => {
    expect(read(change('%', 'periodBefore'))).toMatchObject({ value: '33.3', shown: '33.3' })
    // 10 people in October, 10 in September.
    expect(read(change('%', 'periodBefore', 'people')).value).toBe('0.0')
    // Takings 1.01, and 10.50 before.
    expect(read(change('%', 'periodBefore', 'takings')).value).toBe('-90.4')
  })

  it('is by how much', () => {
    expect(read(change('amount', 'periodBefore', 'harvest')).value).toBe('28.0')
    expect(read(change('amount', 'yearBefore', 'people')).value).toBe('10.0')
  })

  it('of nothing has no share', () => {
    expect(read(change('%', 'yearBefore'))).toMatchObject({ value: null, shown: '—' })
  })

  it('of less than nothing is told by its size', () => {
    const days = (from: Day, to: Day) => ({ period: { from, to }, asOf: to })
    // 2.02 on the last days, after -1.01: it went up by three times that.
    expect(read(change('%', 'periodBefore', 'takings'), days('2022-10-17', '2022-10-31')).value).toBe('300.0')
  })

  it('carries both periods, so that either can be opened', () => {
    const { parts } = read(change('%', 'periodBefore'))
    expect(parts).toMatchObject([
      { indicator: 'visits', value: '4', ...october },
      {
        ...{ indicator: 'visits', value: '3', asOf: '2022-09-30' },
        period: { from: '2022-09-01', to: '2022-09-30' },
      },
    ])
  })

  it('of a rate needs four readings, told in the order of its parts', () => {
    const points = allotment.indicators.mendedRateChange!
    expect(
      needsOf(allotment, points, october, { among: () => [], goal: () => null }).map(
        ({ indicator, asked }) => [indicator.id, asked.asOf],
      ),
    ).toEqual([
      ['faultsMended', '2022-10-31'],
      ['faultsFound', '2022-10-31'],
      ['faultsMended', '2022-09-30'],
      ['faultsFound', '2022-09-30'],
    ])
    const figure = figureInMemory(allotment, points, () => [], october)
    expect(figure).toMatchObject({ value: null, unit: '个百分点' })
    expect(leavesOf(figure).map(({ indicator, asOf }) => [indicator, asOf])).toEqual(
      needsOf(allotment, points, october, { among: () => [], goal: () => null }).map(
        ({ indicator, asked }) => [indicator.id, asked.asOf],
      ),
    )
  })
})

describe('a goal', () => {
  it('is reached by a share, both numbers shown', () => {
    const figure = read(allotment.indicators.harvestReached!)
    expect(figure).toMatchObject({ value: '80.0', unit: '%', goal: '60', parts: [{ value: '48' }] })
  })
})

describe('a mean', () => {
  it('is taken over the records that know the amount, and rounded half up', () => {
    // 2.02 and -1.01.
    expect(read(allotment.indicators.meanTakings!)).toMatchObject({
      value: '0.51',
      shown: '0.51',
      unit: '元',
    })
  })

  it('of no records there is none', () => {
    const quiet = { period: { from: '2022-08-01', to: '2022-08-31' }, asOf: '2022-10-31' }
    expect(read(allotment.indicators.meanTakings!, quiet)).toMatchObject({ value: null, shown: '—' })
  })
})
