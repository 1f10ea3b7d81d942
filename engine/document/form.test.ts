import { describe, expect, it } from 'vitest'
import type { Figure } from '../indicator/index.ts'
import { type FormLeaf, leafColumns } from '../pack/index.ts'
import { allotment } from '../record/testing/allotment.ts'
import {
  type CellContent,
  formHead,
  formRows,
  type HeadCell,
  readsOf,
  showCell,
  totalOfColumn,
  totalReadsOf,
  treeOfForm,
} from './index.ts'
import { figureOf } from './testing/figures.ts'

const asked = { period: { from: '2022-03-10', to: '2022-10-31' }, asOf: '2022-11-02' }
const forms = allotment.forms
const column = (form: string, id: string) => leafColumns(forms[form]!.columns).find((leaf) => leaf.id === id)!
const rows = (form: string, below: { id: string; name: string }[] = []) =>
  formRows(allotment, forms[form]!, { ...asked, language: 'zh', below })
const places = (cells: HeadCell[]) =>
  cells.map(({ text, row, column, rowSpan, colSpan }) => `${text} ${row},${column} ${rowSpan}x${colSpan}`)

/** Every place of the rectangle, as often as a cell takes it. */
function taken(cells: HeadCell[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { row, column, rowSpan, colSpan } of cells)
    for (let r = row; r < row + rowSpan; r += 1)
      for (let c = column; c < column + colSpan; c += 1) counts[`${r},${c}`] = (counts[`${r},${c}`] ?? 0) + 1
  return counts
}

describe('the head of a form', () => {
  it('is the tree of its columns, each with its levels, the units below them', () => {
    expect(places(formHead(allotment, forms.monthly!, 'zh'))).toEqual([
      '序号 0,0 4x1',
      '园区 0,1 4x1',
      '在册地块 0,2 3x1',
      '巡园情况 0,3 1x3',
      '巡园次数 1,3 1x2',
      '本月 2,3 1x1',
      '累计 2,4 1x1',
      '到过地块 1,5 2x1',
      '修补情况 0,6 2x2',
      '修好/发现 2,6 1x1',
      '修好率 2,7 1x1',
      '备注 0,8 3x1',
      '（块） 3,2 1x1',
      '（次） 3,3 1x1',
      '（次） 3,4 1x1',
      '（块） 3,5 1x1',
      '（处） 3,6 1x1',
      '（%） 3,7 1x1',
      ' 3,8 1x1',
    ])
  })

  it.each(Object.keys(forms))('of %s fills its rectangle, no place twice', (id) => {
    const form = forms[id]!
    const counts = taken(formHead(allotment, form, 'en'))
    const width = leafColumns(form.columns).length + 1 + Number(form.numbered)
    expect(Object.keys(counts)).toHaveLength(width * (form.depth + Number(form.units)))
    expect(new Set(Object.values(counts))).toEqual(new Set([1]))
  })

  it('names no unit where the rows have different ones', () => {
    const texts = formHead(allotment, forms.stock!, 'zh').map(({ text }) => text)
    expect(texts).toEqual(['项目', '件数', '存量', '（件）', ''])
  })
})

describe('what the cells of a form read', () => {
  it('is of one organ by the axis of the column, over the days of the form or of the year', () => {
    const east = rows('monthly', [{ id: 'east', name: '东园' }])[0]!
    const node = (axis: string) => ({ node: { tree: 'organ', axis, id: 'east', below: null } })
    const reads = (id: string) => readsOf(forms.monthly!, east, column('monthly', id))
    expect(reads('visitsNow')).toEqual([{ indicator: 'visits', ...asked, ...node('organ') }])
    expect(reads('visitsYear')[0]!.period).toEqual({ from: '2022-01-01', to: '2022-10-31' })
    expect(reads('faults')).toEqual([
      { indicator: 'faultsMended', ...asked, ...node('foundBy') },
      { indicator: 'faultsFound', ...asked, ...node('foundBy') },
    ])
    expect(reads('remarks')).toEqual([])
  })

  it('is of the node that is asked for, each row of one below it, the total of the node itself', () => {
    const node = { tree: 'organ', id: 'district' }
    const form = forms.monthly!
    const below = [{ id: 'east', name: '东园' }]
    const [east] = formRows(allotment, form, { ...asked, node, language: 'zh', below })
    const [faults] = readsOf(form, east!, column('monthly', 'faults'))
    expect(faults!.node).toEqual({ tree: 'organ', id: 'east', below: 'district', axis: 'foundBy' })
    const [rate] = totalReadsOf(form, column('monthly', 'rate'), { ...asked, node })
    expect(rate!.node).toEqual({ tree: 'organ', id: 'district', axis: 'foundBy' })
    const months = formRows(allotment, forms.year!, { ...asked, node, language: 'zh', below: [] })
    expect(readsOf(forms.year!, months[9]!, column('year', 'found'))[0]!.node).toEqual(node)
  })

  it('is of organs where the first column is only ever stated, and of sections where its register leads there', () => {
    const first = (cell: string, axis: string) => {
      const columns = [{ ...column('monthly', 'visitsNow'), cell: [cell], by: axis }]
      return treeOfForm(allotment, { ...forms.monthly!, columns })
    }
    expect(first('leaflets', 'organ')).toBe('organ')
    expect(first('leafletsReached', 'organ')).toBe('organ')
    expect(first('leasedRate', 'section')).toBe('section')
  })

  it('is of each month as it was at its end; a month that has not come reads nothing', () => {
    const months = rows('year')
    expect(months.map(({ name }) => name).join(' ')).toBe(
      '1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月',
    )
    const [february, march, october, november] = [1, 2, 9, 10].map((index) =>
      readsOf(forms.year!, months[index]!, column('year', 'found')),
    )
    expect([february, november]).toEqual([[], []])
    expect(march).toEqual([
      { indicator: 'faultsFound', period: { from: '2022-03-10', to: '2022-03-31' }, asOf: '2022-03-31' },
    ])
    expect(october![0]).toMatchObject({
      period: { from: '2022-10-01', to: '2022-10-31' },
      asOf: '2022-10-31',
    })
    const soFar = readsOf(forms.year!, months[9]!, column('year', 'foundSoFar'))
    expect(soFar[0]!.period).toEqual({ from: '2022-01-01', to: '2022-10-31' })
  })

  it('is of the months of the period only, where the form says so', () => {
    const form = { ...forms.year!, rows: { kind: 'months' as const, months: 'period' as const } }
    const listed = formRows(allotment, form, { ...asked, asOf: '2022-10-15', language: 'zh', below: [] })
    expect(listed.map(({ id }) => id)).toEqual(
      [3, 4, 5, 6, 7, 8, 9, 10].map((n) => `2022-${String(n).padStart(2, '0')}`),
    )
    expect(listed.at(-1)!.asked!.asOf).toBe('2022-10-15')
  })

  it('is of the records with one option, or what a fixed row says', () => {
    const [, storm] = rows('kinds')
    expect(storm!.name).toBe('雨后巡园')
    expect(readsOf(forms.kinds!, storm!, column('kinds', 'times'))).toEqual([
      { indicator: 'visits', ...asked, option: { field: 'kind', id: 'afterStorm' } },
    ])
    const [weight, volume] = rows('stock')
    expect(readsOf(forms.stock!, weight!, column('stock', 'amount'))[0]!.indicator).toBe('heldByWeight')
    expect(readsOf(forms.stock!, volume!, column('stock', 'amount'))[0]!.indicator).toBe('heldByVolume')
    expect(readsOf(forms.stock!, volume!, column('stock', 'pieces'))).toEqual([])
  })
})

const leaf = (id: string, value: string) => figureOf(id, asked, value)
const visits = (value: string): Figure[] => [leaf('visits', value)]
const rate = (part: string, whole: string): Figure[] => [figureOf('mendedRate', asked, part, whole)]

describe('the cells of a form', () => {
  it.each<[string, CellContent]>([
    ['0', visits('0')],
    ['无', 'nil'],
    ['未报', 'notReported'],
    ['—', rate('0', '0')],
    ['2/5', [leaf('faultsMended', '2'), leaf('faultsFound', '5')]],
    ['', []],
  ])('print %j', (text, content) => {
    expect(showCell(allotment, 'zh', content)).toBe(text)
  })
})

describe('the total of a column', () => {
  const total = (leaf: FormLeaf, contents: CellContent[], recomputed: Figure[] = []) =>
    totalOfColumn(
      leaf,
      contents.map((content, n) => ({ id: `row${n}`, content })),
      recomputed,
    )

  it('adds up what is known, nil as nothing, and tells which rows are missing', () => {
    const column3 = column('monthly', 'visitsNow')
    expect(total(column3, [visits('4'), 'nil', visits('0')])).toEqual({
      values: ['4'],
      shown: '4',
      missing: [],
    })
    expect(total(column3, [visits('4'), 'notReported', visits('3')])).toEqual({
      ...{ values: ['7'], shown: '7', missing: ['row1'] },
    })
    expect(total(column3, ['nil', 'nil']).shown).toBe('0')
    expect(total(column3, ['notReported'])).toEqual({ values: [null], shown: '—', missing: ['row0'] })
  })

  it('adds up both figures of a cell, each by itself', () => {
    const pair = (a: string, b: string) => [leaf('faultsMended', a), leaf('faultsFound', b)]
    expect(total(column('monthly', 'faults'), [pair('1', '4'), pair('2', '3'), 'nil']).shown).toBe('3/7')
  })

  it('is read anew where the rows cannot be added up, and is not there where none is asked for', () => {
    const column5 = column('monthly', 'rate')
    expect(totalReadsOf(forms.monthly!, column5, asked)).toEqual([{ indicator: 'mendedRate', ...asked }])
    expect(totalReadsOf(forms.monthly!, column('monthly', 'visitsNow'), asked)).toEqual([])
    expect(total(column5, [rate('1', '1'), rate('0', '3')], rate('1', '4')).shown).toBe('25.0')
    expect(total(column('year', 'left'), [visits('4')]).shown).toBe('')
  })
})
