import { describe, expect, it } from 'vitest'
import type { Day } from '../calendar/index.ts'
import type { LeafIndicator } from '../pack/index.ts'
import type { LivingRecord, Values } from '../record/index.ts'
import { allotment, idOf, plot, visit } from '../record/testing/allotment.ts'
import { after, he, leakingTap, link, organs, qin } from '../record/testing/garden.ts'
import { contributionsOf, figureInMemory, pointedIn } from './index.ts'

const theOne = idOf(21)

function plotIs(values: Values = {}): LivingRecord {
  const given = { code: 'D-01', kind: 'vegetable', garden: link(organs.east), watered: true, ...values }
  const made = after(null, qin, 'create', { register: plot, values: given, day: '2022-03-01' })
  return { ...made, id: theOne }
}

let n = 0
function visited(visitedOn: Day, kind = 'harvest'): LivingRecord {
  const values = { visitedOn, plot: link(theOne), organ: link(organs.east), kind, people: 1 }
  n += 1
  const made = after(null, he, 'create', { register: visit, values, reason: '补录' })
  return { ...made, id: idOf(20_000 + n) }
}

function reading(id: string, records: Record<string, LivingRecord[]>, asOf: Day): string | null {
  const asked = { period: { from: '2022-01-01', to: '2022-12-31' }, asOf }
  return figureInMemory(allotment, allotment.indicators[id]!, (of) => records[of.id] ?? [], asked).value
}

describe('plots that nobody has visited within thirty days, counted by hand', () => {
  const records = {
    plot: [plotIs()],
    visit: [visited('2022-06-01'), visited('2022-06-20'), visited('2022-10-01')],
  }
  it.each([
    // From the day the plot is in the book; a visit counts on its day and on the 29 after it.
    ['2022-02-28', '0'],
    ['2022-03-01', '1'],
    ['2022-05-31', '1'],
    ['2022-06-01', '0'],
    ['2022-07-01', '0'],
    ['2022-07-19', '0'],
    ['2022-07-20', '1'],
    ['2022-09-30', '1'],
    ['2022-10-01', '0'],
    ['2022-10-30', '0'],
    ['2022-10-31', '1'],
  ])('as of %s: %s', (asOf, value) => {
    expect(reading('unvisitedPlots', records, asOf)).toBe(value)
  })

  it('a visit that was a mistake is none', () => {
    const mistaken = after(visited('2022-06-01'), he, 'withdraw', { register: visit, reason: '误记' })
    expect(reading('unvisitedPlots', { ...records, visit: [mistaken] }, '2022-06-10')).toBe('1')
  })

  it('contribute the stretches between the visits, one after the other', () => {
    const pointed = pointedIn(allotment, (of) => (of.id === 'visit' ? records.visit : []))
    const leaf = allotment.indicators.unvisitedPlots as LeafIndicator
    const asked = { belongs: () => true, pointed, asOf: '2022-10-31' }
    const held = contributionsOf(leaf, plot, records.plot[0]!, asked)
    expect(held.map(({ from, until }) => [from, until])).toEqual([
      ['2022-03-01', '2022-06-01'],
      ['2022-07-20', '2022-10-01'],
      ['2022-10-31', null],
    ])
  })
})

describe('plots with serious faults and no round', () => {
  it('as they are on the day: while the fault is open, until the first round', () => {
    const values = { ...leakingTap, grade: 'serious', foundOn: '2022-10-10', plot: link(theOne) }
    const made = after(null, he, 'create', { values, reason: '补录' })
    const records = {
      plot: [plotIs()],
      fault: [made],
      visit: [visited('2022-10-05'), visited('2022-10-20', 'round')],
    }
    const on = (day: Day) => reading('troubledPlots', records, day)
    expect(['2022-10-09', '2022-10-10', '2022-10-19', '2022-10-20', '2022-12-31'].map(on)).toEqual([
      ...['0', '1', '1', '0', '0'],
    ])
  })
})
