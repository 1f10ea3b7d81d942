import { describe, expect, it } from 'vitest'
import type { LeafIndicator } from '../pack/index.ts'
import type { LivingRecord } from '../record/index.ts'
import { allotment, idOf, visit } from '../record/testing/allotment.ts'
import { after, he, link, organs } from '../record/testing/garden.ts'
import { contributionsOf, figureInMemory } from './index.ts'
import { leafOf } from './testing/leaf.ts'

const october = { period: { from: '2022-10-01', to: '2022-10-31' }, asOf: '2022-10-31' }

let n = 0
function visited(visitedOn: string, picked: Record<string, unknown>[] | null): LivingRecord {
  n += 1
  const values = { visitedOn, plot: link(idOf(21)), organ: link(organs.east), kind: 'harvest', people: 1 }
  const rows = picked === null ? {} : { picked }
  const made = after(null, he, 'create', { register: visit, values: { ...values, ...rows }, reason: '补录' })
  return { ...made, id: idOf(30_000 + n) }
}

const visits = [
  visited('2022-09-30', [{ crop: 'fruit/apple', baskets: 9 }]),
  visited('2022-10-01', [
    { crop: 'fruit/apple', baskets: 2, worth: '30.05', plot: link(idOf(21)) },
    { crop: 'leaf/chard', baskets: 4, worth: '4.50', plot: link(idOf(22)) },
    { crop: 'fruit/apple', baskets: 3, plot: link(idOf(21)) },
  ]),
  visited('2022-10-02', null),
  visited('2022-10-03', [{ crop: 'fruit/plum' }, { crop: 'leaf/chard', plot: link(idOf(23)) }]),
]

function read(indicator: LeafIndicator): string | null {
  return figureInMemory(allotment, indicator, ({ id }) => (id === 'visit' ? visits : []), october).value
}

describe('rows of records, counted by hand', () => {
  it.each([
    ['cropsPicked', '5'],
    // Apples twice; of the plums nobody knows how many.
    ['fruitBaskets', '5'],
    ['plotsPicked', '3'],
  ])('%s: %s', (id, value) => {
    expect(read(allotment.indicators[id] as LeafIndicator)).toBe(value)
  })

  it('have a mean over those that know the amount', () => {
    const mean = leafOf('visit', { kind: 'mean', each: 'picked', of: 'worth', on: 'visitedOn', decimals: 2 })
    // 30.05 and 4.50 of two rows.
    expect(read(mean)).toBe('17.28')
  })

  it('contribute each by itself, and say which row of the record they are', () => {
    const leaf = allotment.indicators.fruitBaskets as LeafIndicator
    const found = visits.flatMap((one) => contributionsOf(leaf, visit, one))
    expect(found.map(({ on, row, amount }) => [on, row, amount])).toEqual([
      ['2022-09-30', 0, '9'],
      ['2022-10-01', 0, '2'],
      ['2022-10-01', 2, '3'],
    ])
  })
})
