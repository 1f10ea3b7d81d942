import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../calendar/index.ts'
import type { Quantity } from '../fields/index.ts'
import type { LeafIndicator, Register } from '../pack/index.ts'
import type { FilterSpec } from '../query/index.ts'
import { filterSpecs, readOrFail } from '../query/testing/arbitraries.ts'
import { naivelyMatches, readOf } from '../query/testing/naive.ts'
import { type LivingRecord, type Span, trackedFields } from '../record/index.ts'
import { allotment, composed, everyRegister, firstDay, idOf, stock } from '../record/testing/allotment.ts'
import { recordsOf } from '../record/testing/arbitraries.ts'
import { type Contribution, contributionsOf, counts } from './index.ts'
import { leafOf } from './testing/leaf.ts'

/** Every day of which generated records speak, and some on either side. */
const days = Array.from({ length: 46 }, (_, i) => addDays(firstDay, i - 3))
const ever = { from: '1900-01-01', to: '2999-12-31' }

/** A leaf with any filter, of any kind that the register has fields for. */
function leaves(register: Register): fc.Arbitrary<{ leaf: LeafIndicator; where: FilterSpec }> {
  const named = (types: string[]) =>
    Object.values(register.fields).flatMap(({ id, spec }) => (types.includes(spec.type) ? [id] : []))
  const kinds = [
    ['count', null] as const,
    ...named(['integer', 'money', 'decimal', 'quantity']).flatMap((of) => [
      ['sum', of] as const,
      ['mean', of] as const,
    ]),
    ...named(['organ', 'person', 'ref', 'party', 'place']).map((of) => ['distinct', of] as const),
  ]
  return fc
    .record({
      kind: fc.constantFrom(...kinds),
      on: fc.constantFrom(null, ...named(['date'])),
      // Two units that quantities of the pack have, and one that none has.
      unit: fc.constantFrom('千克', '升', '处'),
      where: filterSpecs(register, stock, { asOf: true }),
    })
    .map(({ kind: [kind, of], on, unit, where }) => {
      const filter = readOrFail(register, where)
      return {
        where,
        leaf: leafOf(register.id, { kind, of, on, unit, where: filter }),
      }
    })
}

/** The record as it was in one stretch of its life. */
function then(
  register: Register,
  record: LivingRecord,
  span: Span,
): { state: string; values: LivingRecord['values'] } {
  const tracked = Object.fromEntries(trackedFields(register).map((field) => [field, span.tracked[field]]))
  return { state: span.state, values: { ...record.values, ...tracked } }
}

/** What a record adds on one day, read from the stretch in which that day lies. */
function naively(
  register: Register,
  { leaf, where }: { leaf: LeafIndicator; where: FilterSpec },
  record: LivingRecord,
  day: Day,
) {
  const span = record.spans.find(({ from, until }) => from <= day && (until === null || day < until))
  if (span === undefined) return undefined
  const read = readOf(register, then(register, record, span))
  const on = leaf.on === null ? null : read(leaf.on).value
  const of = leaf.of === null ? null : read(leaf.of).value
  if ((leaf.on !== null && on === null) || (leaf.of !== null && of === null)) return undefined
  if (!naivelyMatches(where, read, day)) return undefined
  if (leaf.of !== null && register.fields[leaf.of]!.spec.type === 'quantity') {
    const { values } = then(register, record, span)
    if ((values[leaf.of] as Quantity).unit !== leaf.unit) return undefined
  }
  return { on, of }
}

describe.each(everyRegister)('what a record of %s adds to a figure', (_id, register) => {
  it('is on every day what a reading of that very day finds', () => {
    fc.assert(
      fc.property(leaves(register), recordsOf(allotment, register, stock), (asked, record) => {
        const all = contributionsOf(asked.leaf, register, record)
        for (const day of days) {
          const held = all.filter((one) => counts(one, ever, day))
          const expected = naively(register, asked, record, day)
          expect(held.length).toBe(expected === undefined ? 0 : 1)
          if (expected === undefined) continue
          const { kind } = asked.leaf
          expect(held[0]).toMatchObject({ record: record.id, on: expected.on })
          expect(held[0]!.unit).toBe(kind === 'distinct' ? expected.of : null)
          expect(held[0]!.amount).toBe(
            kind === 'count' ? '1' : kind === 'distinct' ? null : String(expected.of),
          )
        }
      }),
      { numRuns: 250 },
    )
  })

  it('never lies on one day twice, and never on no day', () => {
    const overlap = (a: Contribution, b: Contribution) =>
      (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until)
    fc.assert(
      fc.property(leaves(register), recordsOf(allotment, register, stock), ({ leaf }, record) => {
        const all = contributionsOf(leaf, register, record)
        for (const [i, one] of all.entries()) {
          expect(one.until === null || one.from < one.until).toBe(true)
          for (const other of all.slice(i + 1)) expect(overlap(one, other)).toBe(false)
        }
      }),
    )
  })
})

describe('a day that an act set, set again later', () => {
  const lending = composed({
    id: 'lending',
    version: '1',
    buildsOn: [],
    roles: { keeper: { sees: 'district' } },
    registers: {
      loan: {
        title: '{what}',
        fields: { what: { type: 'text' }, broughtOn: { type: 'date', tracked: true } },
        create: { by: { role: 'keeper' } },
        correct: { by: { role: 'keeper' } },
        withdraw: { by: { role: 'keeper' } },
        list: { columns: ['what'] },
      },
    },
    indicators: { brought: { count: 'loan', on: 'broughtOn', unit: '件' } },
    words: {
      zh: { ...words('借条', '物件', '归还日期', '归还'), 'role.keeper': '管理员' },
      en: { ...words('Loans', 'Thing', 'Brought back on', 'Brought back'), 'role.keeper': 'keeper' },
    },
  })

  function words(loan: string, what: string, on: string, brought: string): Record<string, string> {
    return {
      ...{ 'register.loan': loan, 'field.loan.what': what, 'field.loan.broughtOn': on },
      'indicator.brought': brought,
    }
  }

  it('places the record where it was then, when its history is kept', () => {
    const span = (from: Day, until: Day | null, broughtOn: Day | null): Span => ({
      ...{ from, until, act: 'create', by: idOf(900), state: 'recorded' },
      tracked: { broughtOn },
    })
    const record: LivingRecord = {
      ...{ id: idOf(1), version: 3, state: 'recorded', values: { what: '铁锹', broughtOn: '2022-07-20' } },
      spans: [
        span('2022-06-01', '2022-06-10', null),
        span('2022-06-10', '2022-07-05', '2022-06-10'),
        span('2022-07-05', null, '2022-07-20'),
      ],
    }
    const leaf = lending.indicators.brought as LeafIndicator
    const all = contributionsOf(leaf, lending.registers.loan!, record)
    const half = { from: '2022-01-01', to: '2022-06-30' }
    expect(all.map(({ on, from, until }) => [on, from, until])).toEqual([
      ['2022-06-10', '2022-06-10', '2022-07-05'],
      ['2022-07-20', '2022-07-05', null],
    ])
    // Read again in December, the figure of the first half as of its last day is still what was reported.
    expect(all.filter((one) => counts(one, half, '2022-06-30'))).toHaveLength(1)
    expect(all.filter((one) => counts(one, half, '2022-12-31'))).toHaveLength(0)
  })
})
