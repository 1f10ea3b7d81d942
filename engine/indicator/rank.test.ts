import { describe, expect, it } from 'vitest'
import type { RankIndicator } from '../pack/index.ts'
import { allotment } from '../record/testing/allotment.ts'
import { figureFrom, type Reading, type Tally } from './index.ts'

const asked = { period: { from: '2022-01-01', to: '2022-10-31' }, asOf: '2022-10-31' }

/** The place of `a` among four gardens: mended and found of each. */
function rankOf(
  indicator: RankIndicator,
  gardens: Record<string, [mended: number, found: number]>,
  quoted?: string,
) {
  const among = Object.keys(gardens)
  const tally = (n: number): Tally => ({ records: n, sum: String(n), units: 0 })
  const node = { tree: 'organ', id: 'a', axis: 'foundBy' }
  const paper = {
    ...{ source: 'quoted' as const, record: 'q', organ: 'a', period: asked.period, saidOn: '2022-11-01' },
    ...{ amount: quoted ?? '', above: [], counted: null },
  }
  return figureFrom(
    allotment,
    indicator,
    { ...asked, node },
    { among: () => among, goal: () => null },
    (need): Reading => {
      const [mended, found] = gardens[need.asked.node!.id] ?? [0, 0]
      const own = need.indicator.id === 'faultsMended' ? mended : found
      const isPaper = need.indicator.kind === 'given'
      return isPaper
        ? { tally: null, papers: quoted === undefined ? [] : [paper] }
        : { tally: tally(own), papers: [] }
    },
  )
}

const rank = allotment.indicators.mendedRank as RankIndicator

describe('a rank, counted by hand', () => {
  it('is one more than there are better ones; the same number is the same place', () => {
    // 50 %, 75 %, 50 %, 25 %.
    const figure = rankOf(rank, { a: [2, 4], b: [3, 4], c: [1, 2], d: [1, 4] })
    expect(figure).toMatchObject({ value: '2', shown: '2', source: 'counted', places: ['2', '1', '2', '4'] })
    expect(figure.parts?.map(({ value, node }) => [node?.id, value])).toEqual([
      ['a', '50.0'],
      ['b', '75.0'],
      ['c', '50.0'],
      ['d', '25.0'],
    ])
  })

  it('begins with the lowest where the pack says so', () => {
    const lowest = { ...rank, order: 'lowest' as const }
    expect(rankOf(lowest, { a: [2, 4], b: [3, 4], c: [1, 2], d: [1, 4] }).places).toEqual([
      '2',
      '4',
      '2',
      '1',
    ])
  })

  it('leaves out who has nothing to divide by', () => {
    const figure = rankOf(rank, { a: [0, 4], b: [0, 0], c: [1, 2] })
    expect(figure).toMatchObject({ value: '2', places: ['2', null, '1'] })
    expect(rankOf(rank, { a: [0, 0], b: [1, 2] })).toMatchObject({ value: null, shown: '—' })
  })

  it('is the place in another table where none can be worked out, and stands beside where one can', () => {
    expect(rankOf(rank, { a: [0, 0] }, '3')).toMatchObject({
      value: '3',
      source: 'quoted',
      given: [{ amount: '3' }],
    })
    const figure = rankOf(rank, { a: [2, 4], b: [3, 4] }, '3')
    expect(figure).toMatchObject({
      ...{ value: '2', source: 'counted' },
      beside: [{ amount: '3', counted: '2', difference: '1' }],
    })
    expect(figure.given).toBeUndefined()
  })
})
