import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOfRecord } from '../record/index.ts'
import { allotment, everyRegister, fault, someDay, stock } from '../record/testing/allotment.ts'
import { manyRecordsOf, recordsOf } from '../record/testing/arbitraries.ts'
import { type Filter, type FilterSpec, matches } from './index.ts'
import { filterSpecs, filters, readOrFail } from './testing/arbitraries.ts'
import { naivelyMatches, readOf } from './testing/naive.ts'

/** Does a fault with these values, found and nothing more, pass? */
function passes(spec: FilterSpec, values: Record<string, unknown>, asOf?: string): boolean {
  return matches(fault, readOrFail(fault, spec), keyOfRecord(fault, { state: 'found', values }), asOf)
}

describe('what passes a filter', () => {
  it.each(everyRegister)('is what its words say, over %s', (_id, register) => {
    const spec = filterSpecs(register, stock, { asOf: true })
    fc.assert(
      fc.property(spec, manyRecordsOf(allotment, register, stock, 5), someDay, (written, records, asOf) => {
        const filter = readOrFail(register, written)
        for (const record of records) {
          const expected = naivelyMatches(written, readOf(register, record), asOf)
          expect(matches(register, filter, keyOfRecord(register, record), asOf)).toBe(expected)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('is decided: whatever does not pass, passes the opposite', () => {
    fc.assert(
      fc.property(
        filters(fault, stock),
        filters(fault, stock),
        recordsOf(allotment, fault, stock),
        (a, b, record) => {
          const ask = (filter: Filter) => matches(fault, filter, keyOfRecord(fault, record))
          expect(ask({ not: a })).toBe(!ask(a))
          expect(ask({ not: { not: a } })).toBe(ask(a))
          expect(ask({ not: { all: [a, b] } })).toBe(ask({ any: [{ not: a }, { not: b }] }))
          expect(ask({ not: { any: [a, b] } })).toBe(ask({ all: [{ not: a }, { not: b }] }))
          expect(ask({ all: [a, b] })).toBe(ask({ all: [b, a] }))
        },
      ),
    )
  })

  it('nothing to fulfil lets everything pass, no way to fulfil lets nothing', () => {
    expect(passes({}, {})).toBe(true)
    expect(passes({ all: [] }, {})).toBe(true)
    expect(passes({ any: [] }, {})).toBe(false)
    expect(passes({ grade: [] }, { grade: 'minor' })).toBe(false)
  })

  it('what is unknown equals, precedes and contains nothing, and so passes every not', () => {
    for (const test of [
      { cost: '5' },
      { cost: { upTo: '5' } },
      { due: { before: '2022-10-01' } },
      { what: { has: '水' } },
    ]) {
      expect(passes(test, {})).toBe(false)
      expect(passes({ not: test }, {})).toBe(true)
    }
    expect(passes({ cost: null }, {})).toBe(true)
    expect(passes({ cost: { known: false } }, { cost: null })).toBe(true)
    expect(passes({ cost: [null, '5'] }, {})).toBe(true)
    expect(passes({ cost: [null, '5'] }, { cost: '5.00' })).toBe(true)
    expect(passes({ cost: [null, '5'] }, { cost: '6.00' })).toBe(false)
  })

  it('a deadline without a day, or an owner only written, is unknown to a filter', () => {
    expect(
      passes(
        { due: { before: 'asOf' } },
        { due: { kind: 'standing', date: null, text: null } },
        '2022-10-31',
      ),
    ).toBe(false)
    expect(passes({ due: null }, { due: { kind: 'text', date: null, text: '国庆前' } })).toBe(true)
    expect(passes({ owner: { known: true } }, { owner: { id: null, text: '东园' } })).toBe(false)
  })

  it('money is compared as money and not as text', () => {
    expect(passes({ cost: '5' }, { cost: '5.00' })).toBe(true)
    expect(passes({ cost: { before: '10' } }, { cost: '9.50' })).toBe(true)
    expect(passes({ cost: { from: '999999999999999.98' } }, { cost: '999999999999999.99' })).toBe(true)
  })

  it.each([
    ['tap', 'Broken TAP', true],
    ['TAP', 'broken tap', true],
    ['%', '100%', true],
    ['%', '100', false],
    ['a_b', 'aXb', false],
    ['\\', 'a\\b', true],
    ['É', 'é', false],
    ['k', '\u212A', false],
    ['i', 'İ', false],
    ['ss', 'ß', false],
    ['𠮷', '𠮷田', true],
    ['水', '用水', true],
  ])('%s in %s: %s', (has, what, expected) => {
    expect(passes({ what: { has } }, { what })).toBe(expected)
  })

  it('a filter that speaks of the day of a figure is not read without one', () => {
    expect(() => passes({ foundOn: { before: 'asOf' } }, { foundOn: '2022-10-01' })).toThrow('asOf')
  })
})
