import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Register } from '../pack/index.ts'
import { keyOfRecord } from '../record/index.ts'
import { allotment, everyRegister, fault, idOf, stock } from '../record/testing/allotment.ts'
import { manyRecordsOf } from '../record/testing/arbitraries.ts'
import { compareRecords, readOrder } from './index.ts'
import { orders } from './testing/arbitraries.ts'

interface Row {
  id: string
  state?: string
  values: Record<string, unknown>
}

function sort<One extends Row>(register: Register, order: string[], rows: readonly One[]): One[] {
  const read = readOrder(register, order)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const keyed = rows.map((row) => ({
    row,
    id: row.id,
    keyOf: keyOfRecord(register, { state: 'found', ...row }),
  }))
  return keyed.sort((a, b) => compareRecords(register, read.value, a, b)).map(({ row }) => row)
}

describe('an order', () => {
  it('names fields, forwards or backwards', () => {
    expect(readOrder(fault, ['-foundOn', 'state'])).toEqual({
      ok: true,
      value: [
        { field: 'foundOn', descending: true },
        { field: 'state', descending: false },
      ],
    })
    expect(readOrder(fault, [])).toEqual({ ok: true, value: [] })
  })

  it('tells every field that there is not, and when there are too many', () => {
    const refused = readOrder(fault, ['nosuch', '--foundOn', '', 'toString', 'what'])
    expect(refused).toMatchObject({
      ok: false,
      problems: [
        { field: 'order' },
        { field: 'nosuch' },
        { field: '-foundOn' },
        { field: '' },
        { field: 'toString' },
      ],
    })
  })

  it('puts what is unknown last either way', () => {
    const costs = ['5.00', null, '10.00']
    const sorted = (order: string) =>
      sort(
        fault,
        [order],
        costs.map((cost, i) => ({ id: idOf(i), values: { cost } })),
      )
    expect(sorted('cost').map(({ values }) => values.cost)).toEqual(['5.00', '10.00', null])
    expect(sorted('-cost').map(({ values }) => values.cost)).toEqual(['10.00', '5.00', null])
  })

  it.each(everyRegister)('is total over %s: every shuffling is sorted alike', (_id, register) => {
    const records = manyRecordsOf(allotment, register, stock, 8)
    const shuffled = records.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(orders(register), shuffled, (order, [all, other]) => {
        const sorted = sort(register, order, all)
        expect(sort(register, order, other)).toEqual(sorted)
        expect(sort(register, order, sorted)).toEqual(sorted)
      }),
    )
  })
})
