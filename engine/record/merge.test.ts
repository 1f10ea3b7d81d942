import { describe, expect, it } from 'vitest'
import { type LivingRecord, relinked, type Tag, type Values } from './index.ts'
import { allotment, idOf, plot, visit } from './testing/allotment.ts'
import { link, today } from './testing/garden.ts'

const [kept, double, far] = [idOf(21), idOf(22), idOf(23)]

function recordOf(id: string, values: Values, tags?: Tag[]): LivingRecord {
  const span = { from: today, until: null, act: 'create', by: double!, state: 'recorded', tracked: {} }
  const record = { id, version: 4, state: 'recorded', values, spans: [span] }
  return tags === undefined ? record : { ...record, tags }
}

function after(record: LivingRecord, merged: Values = {}, tags?: Tag[], register = plot) {
  const from = recordOf(double, merged, tags)
  const result = relinked({ register, record, merged: from, into: kept, today })
  if (result?.ok === false) return result.problems
  return result?.value.change
}

describe('a link to a record that was merged', () => {
  it('leads to the one that stays, in the values and in the hands of its life', () => {
    const other = recordOf(far, { neighbour: { id: double, text: '东头' }, name: '井边' })
    expect(after(other)).toMatchObject({
      act: 'relink',
      version: 5,
      before: { neighbour: { id: double, text: '东头' } },
      after: { neighbour: { id: kept, text: '东头' } },
      spans: [{ by: kept }],
    })
    const untouched = { ...recordOf(far, { name: '井边' }), spans: [] }
    expect(after(untouched)).toBeUndefined()
  })

  it('stands once in a list that named both', () => {
    const values = { helpers: [link(kept), link(far), link(double)], photos: [double, far] }
    const change = after(recordOf(far, values), {}, undefined, allotment.registers.visit!)
    expect(change).toMatchObject({
      after: { helpers: [link(kept), link(far)], photos: [kept, far] },
    })
  })

  it('is not one to itself: what the merged one named there is named instead', () => {
    expect(after(recordOf(kept, { neighbour: link(double) }), { neighbour: link(far) })).toMatchObject({
      after: { neighbour: link(far) },
    })
    for (const theirs of [link(kept), null])
      expect(after(recordOf(kept, { neighbour: link(double) }), { neighbour: theirs })).toMatchObject({
        after: { neighbour: null },
      })
    const needed = {
      ...visit,
      fields: {
        ...visit.fields,
        plot: { ...visit.fields.plot!, spec: { ...visit.fields.plot!.spec, required: true } },
      },
    }
    expect(after(recordOf(kept, { plot: link(double) }), {}, undefined, needed)).toMatchObject([
      { code: 'required', field: 'plot' },
    ])
  })
})

describe('what a merged record belonged to', () => {
  const tag = (node: number, from: string, until: string | null, how: Tag['how'] = 'entered'): Tag => ({
    node: idOf(node),
    from,
    until,
    how,
  })

  it('the one that stays belongs to: days that touch are one stretch', () => {
    const own = [tag(1, '2022-10-05', '2022-10-10', 'carried'), tag(2, '2022-10-01', null)]
    const theirs = [tag(1, '2022-10-10', null), tag(3, '2022-10-02', '2022-10-03')]
    expect(after(recordOf(kept, {}, own), {}, theirs)).toMatchObject({
      after: {
        tags: [tag(2, '2022-10-01', null), tag(3, '2022-10-02', '2022-10-03'), tag(1, '2022-10-05', null)],
      },
    })
  })

  it('changes nothing where it was nothing', () => {
    const own = { ...recordOf(kept, {}, [tag(2, '2022-10-05', null), tag(1, '2022-10-01', null)]), spans: [] }
    expect(after(own, {}, [])).toBeUndefined()
    expect(after(own, {}, [tag(9, '2022-10-01', null, 'rule')])).toBeUndefined()
  })
})
