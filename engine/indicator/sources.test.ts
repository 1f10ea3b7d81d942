import { describe, expect, it } from 'vitest'
import type { Day } from '../calendar/index.ts'
import { getRegister } from '../pack/index.ts'
import type { Actor, LivingRecord } from '../record/index.ts'
import { allotment, idOf, visit } from '../record/testing/allotment.ts'
import { after, bai, change, he, lin, link, organs, refusals } from '../record/testing/garden.ts'
import { type Asked, checkPaper, type Figure, figureInMemory } from './index.ts'

const [statement, quotation] = ['statement', 'quotation'].map((id) => getRegister(allotment, id)) as [
  typeof visit,
  typeof visit,
]
const autumn = { period: { from: '2022-09-01', to: '2022-10-31' }, asOf: '2022-10-31' }
const september = ['2022-09-01', '2022-09-30'] as const
const october = ['2022-10-01', '2022-10-31'] as const

let n = 0
const fresh = (record: LivingRecord): LivingRecord => {
  n += 1
  return { ...record, id: idOf(10_000 + n) }
}

/** 园务处 over 东园 and 西园. */
const theOrgans = Object.entries(organs).map(([name, id]): LivingRecord => {
  const parent = name === 'office' ? {} : { parent: link(organs.office) }
  const life = { act: 'create', by: idOf(900), state: 'active', from: '2022-01-01', until: null }
  const spans = [{ ...life, tracked: { parent: null, ...parent } }]
  return { id, version: 1, state: 'active', values: { name, ...parent }, spans }
})

function stated(
  indicator: string,
  organ: string,
  [firstDay, lastDay]: readonly [Day, Day],
  amount: string,
): LivingRecord {
  const who: Actor = organ === organs.east ? he : organ === organs.west ? bai : lin
  const { unit } = allotment.indicators[indicator]!
  const values = {
    indicator,
    organ: link(organ),
    firstDay,
    lastDay,
    amount: { amount, unit },
    saidOn: lastDay,
  }
  return fresh(after(null, who, 'create', { register: statement, values, reason: '补录' }))
}

function quoted(indicator: string, [firstDay, lastDay]: readonly [Day, Day], amount: string): LivingRecord {
  const { unit } = allotment.indicators[indicator]!
  const paper = { body: '市园林办', document: '整洁情况通报', counts: '按路段抽查' }
  const values = { indicator, firstDay, lastDay, amount: { amount, unit }, saidOn: lastDay, ...paper }
  return fresh(after(null, lin, 'create', { register: quotation, values, reason: '补录' }))
}

function visited(visitedOn: Day, who: Actor, people: number, plot = 21): LivingRecord {
  const organ = link(who.organPath.at(-1)!)
  const values = { visitedOn, plot: link(idOf(plot)), organ, kind: 'round', people }
  return fresh(after(null, who, 'create', { register: visit, values, reason: '补录' }))
}

function read(indicator: string, given: LivingRecord[], visits: LivingRecord[] = [], asked = autumn): Figure {
  const isQuoted = ({ values }: LivingRecord) => 'body' in values
  const shelf: Record<string, LivingRecord[]> = {
    ...{ organ: theOrgans, visit: visits },
    ...{ statement: given.filter((one) => !isQuoted(one)), quotation: given.filter(isQuoted) },
  }
  return figureInMemory(allotment, allotment.indicators[indicator]!, ({ id }) => shelf[id] ?? [], asked)
}

/** Amounts in a figure and beside it, the latest first; beside it with what counts instead. */
function papersOf({ given = [], beside = [] }: Figure) {
  return [given.map(({ amount }) => amount), beside.map((one) => [one.amount, one.counted, one.difference])]
}

describe('a number that only organs state', () => {
  const given = [
    stated('leaflets', organs.east, september, '120'),
    stated('leaflets', organs.east, october, '30.5'),
    stated('leaflets', organs.west, october, '50'),
  ]

  it('is the sum of what they state within the period', () => {
    const figure = read('leaflets', given)
    expect(figure).toMatchObject({ value: '200.5', source: 'stated', unit: '份' })
    expect(papersOf(figure)).toEqual([expect.arrayContaining(['50', '30.5', '120']), []])
    const only = { period: { from: october[0], to: october[1] }, asOf: autumn.asOf }
    expect(read('leaflets', given, [], only).value).toBe('80.5')
  })

  it('is unknown, and not nothing, where nobody stated anything', () => {
    expect(read('leaflets', [])).toMatchObject({ value: null, shown: '—', source: 'stated' })
    const half = { period: { from: '2022-09-15', to: '2022-10-15' }, asOf: autumn.asOf }
    expect(read('leaflets', given, [], half).value).toBeNull()
  })

  it('is not known before the days that it speaks of are over', () => {
    expect(read('leaflets', given, [], { ...autumn, asOf: '2022-10-30' }).value).toBe('120')
  })

  it('is said once where an organ above says it for all', () => {
    const all = [...given, stated('leaflets', organs.office, october, '90')]
    const figure = read('leaflets', all)
    // 90 for October, with 东园 and 西园 in it; 120 of September, when only 东园 said something.
    expect(figure.value).toBe('210')
    expect(papersOf(figure)[0]).toEqual(['90', '120'])
    expect(figure.beside).toMatchObject([{ counted: null }, { counted: null }])
  })

  it('reaches a share of a goal', () => {
    expect(read('leafletsReached', given)).toMatchObject({ value: '66.8', source: 'stated' })
    expect(read('leafletsReached', [])).toMatchObject({ value: null })
  })

  it('of what there is on a day is the latest of each organ', () => {
    const butts = [
      stated('waterButts', organs.east, ['2022-08-31', '2022-08-31'], '7'),
      stated('waterButts', organs.east, ['2022-09-30', '2022-09-30'], '9'),
      stated('waterButts', organs.west, ['2022-07-01', '2022-07-01'], '4'),
    ]
    const on = (asOf: Day): Asked => ({ ...autumn, asOf })
    expect(read('waterButts', butts, [], on('2022-09-30'))).toMatchObject({ value: '13' })
    expect(read('waterButts', butts, [], on('2022-09-29'))).toMatchObject({ value: '11' })
    expect(read('waterButts', butts, [], on('2022-06-30'))).toMatchObject({ value: null })
    expect(read('waterButts', butts).beside).toBeUndefined()
  })
})

describe('records and what is stated of the same', () => {
  const visits = [visited('2022-10-05', he, 2), visited('2022-10-20', he, 3)]

  it('are never added: of an organ and its days either counts', () => {
    const given = [
      stated('attendance', organs.east, september, '10'),
      stated('attendance', organs.east, october, '8'),
      stated('attendance', organs.west, october, '6'),
    ]
    // 东园: 10 stated in September, 5 counted in October. 西园: 6 stated.
    const figure = read('attendance', given, visits)
    expect(figure).toMatchObject({ value: '21', source: 'mixed' })
    expect(papersOf(figure)).toEqual([['6', '10'], [['8', '5', '3']]])
  })

  it('are counted or stated alone, and say so', () => {
    expect(read('attendance', [], visits)).toMatchObject({ value: '5', source: 'counted' })
    const west = [stated('attendance', organs.west, october, '6')]
    expect(read('attendance', west)).toMatchObject({ value: '6', source: 'stated' })
    expect(read('attendance', [])).toMatchObject({ value: '0', source: 'counted' })
  })

  it('of an organ above are those of all below it', () => {
    const given = [stated('attendance', organs.office, october, '50')]
    const figure = read('attendance', given, visits)
    expect(figure).toMatchObject({ value: '5', source: 'counted' })
    expect(papersOf(figure)).toEqual([[], [['50', '5', '45']]])
  })

  it('of different things are never summed from statements', () => {
    const two = [
      stated('plotsTended', organs.east, ['2022-09-01', '2022-10-31'], '4'),
      stated('plotsTended', organs.west, ['2022-09-01', '2022-10-31'], '3'),
    ]
    expect(read('plotsTended', two)).toMatchObject({ value: null, shown: '—' })
    expect(read('plotsTended', two).beside).toHaveLength(2)
    expect(read('plotsTended', two.slice(0, 1))).toMatchObject({ value: '4', source: 'stated' })
    // One month is not the two that were asked for.
    expect(read('plotsTended', [stated('plotsTended', organs.east, october, '4')]).value).toBeNull()
    const figure = read('plotsTended', two, [visited('2022-10-05', he, 2), visited('2022-10-06', he, 2, 22)])
    expect(figure).toMatchObject({ value: '2', source: 'counted' })
    expect(figure.beside?.map(({ counted }) => counted).sort()).toEqual(['2', null])
  })
})

describe("another body's number", () => {
  const both = ['2022-09-01', '2022-10-31'] as const

  it('counts where there is nothing of ours, for just the days asked about', () => {
    expect(read('tidiness', [quoted('tidiness', both, '93.5')])).toMatchObject({
      ...{ value: '93.5', source: 'quoted', unit: '%' },
      given: [{ source: 'quoted', organ: null, amount: '93.5' }],
    })
    expect(read('tidiness', [quoted('tidiness', october, '93.5')]).value).toBeNull()
  })

  it('stands beside what is stated or counted, with the difference', () => {
    const given = [quoted('tidiness', both, '93.5'), stated('tidiness', organs.office, both, '95')]
    const figure = read('tidiness', given)
    expect(figure).toMatchObject({ value: '95', source: 'stated' })
    expect(papersOf(figure)).toEqual([['95'], [['93.5', '95', '-1.5']]])
  })

  it('is the latest, where it speaks of what there is', () => {
    const given = [
      quoted('faultsOpen', ['2022-09-30', '2022-09-30'], '12'),
      quoted('faultsOpen', ['2022-10-15', '2022-10-15'], '9'),
    ]
    expect(read('faultsOpen', given)).toMatchObject({ value: '9', source: 'quoted' })
  })
})

describe('who may say a number', () => {
  const values = {
    ...{ indicator: 'leaflets', organ: link(organs.east), amount: { amount: '5', unit: '份' } },
    ...{ firstDay: october[0], lastDay: october[1], saidOn: '2022-10-31' },
  }

  it('is everybody in the organ that states it, and for a quotation who sees the district', () => {
    expect(change(null, he, 'create', { register: statement, values }).day).toBe('2022-10-31')
    expect(refusals(null, bai, 'create', { register: statement, values })).toEqual(['notAllowed organ'])
    const about = { ...values, indicator: 'visits' }
    expect(refusals(null, he, 'create', { register: statement, values: about })).toEqual([
      'notOption indicator',
    ])
    expect(statement.acts.create!.by[0]!.roles).toEqual(['steward', 'warden', 'gardener'])
    expect(quotation.acts.create!.by[0]!.roles).toEqual(['steward'])
  })

  it('says it in the unit of the figure', () => {
    const wrong = { ...values, amount: { amount: '5', unit: '%' } }
    expect(checkPaper(allotment, statement, values)).toEqual([])
    expect(checkPaper(allotment, statement, wrong)).toEqual([
      { code: 'wrongUnit', field: 'amount', values: { unit: '份' } },
    ])
    expect(checkPaper(allotment, visit, wrong)).toEqual([])
  })
})
