import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOfRecord } from '../record/index.ts'
import { allotment, everyRegister, fault, idOf, stock } from '../record/testing/allotment.ts'
import { recordsOf } from '../record/testing/arbitraries.ts'
import { fieldsOf, matches, readFilter, usesAsOf } from './index.ts'
import { filterSpecs, readOrFail } from './testing/arbitraries.ts'

/** The fields and whys of the problems of a filter, sorted. */
function refusals(input: unknown, register = fault): string[] {
  const filter = readFilter(register, input, (list) => allotment.options[list])
  if (filter.ok) return []
  for (const { code } of filter.problems) expect(code).toBe('badFilter')
  return filter.problems.map(({ field, values }) => `${field} ${values?.why}`).sort()
}

describe('reading a filter', () => {
  it('tells all that is wrong at once', () => {
    const wrong = {
      ...{
        nosuch: 1,
        state: 'mended',
        grade: ['minor', 'grave'],
        foundOn: { before: 'yesterday', has: '1' },
      },
      ...{ due: {}, what: { has: '' }, all: {}, any: [{ also: 1 }, { cost: 7 }], not: 'x' },
    }
    expect(refusals(wrong)).toEqual([
      'all notAList',
      'also unknownField',
      'cost wrongValue',
      'due wrongTest',
      'filter notAnObject',
      'foundOn wrongTest',
      'foundOn wrongTest',
      'grade wrongValue',
      'nosuch unknownField',
      'state wrongValue',
      'what wrongTest',
    ])
  })

  it.each([
    [{ foundOn: '2022-02-30' }, 'foundOn wrongValue'],
    [{ foundOn: 'asOf' }, 'foundOn wrongValue'],
    [{ what: { before: 'asOf', has: '\0' } }, 'what wrongTest'],
    [{ what: { has: '\uD800' } }, 'what wrongTest'],
    [{ what: { has: 'x'.repeat(201) } }, 'what wrongTest'],
    [{ what: '\0' }, 'what wrongValue'],
    [{ grade: { has: 'min' } }, 'grade wrongTest'],
    [{ grade: 'Minor' }, 'grade wrongValue'],
    [{ state: { from: 'found' } }, 'state wrongTest'],
    [{ owner: '东园' }, 'owner wrongValue'],
    [{ owner: { id: idOf(1) } }, 'owner wrongTest'],
    [{ cost: '1.234' }, 'cost wrongValue'],
    [{ cost: { upTo: 5 } }, 'cost wrongTest'],
    [{ before: [idOf(1)] }, 'before wrongValue'],
    [{ due: { known: 'yes' } }, 'due wrongTest'],
    [{ due: { toString: 1 } }, 'due wrongTest'],
    [JSON.parse('{"__proto__": {"grade": "minor"}}'), '__proto__ unknownField'],
    [{ constructor: 1 }, 'constructor unknownField'],
    [[], 'filter notAnObject'],
    [null, 'filter notAnObject'],
    [{ foundOn: Array(201).fill('2022-10-01') }, 'foundOn tooMany'],
    [{ any: Array(201).fill({}) }, 'any notAList'],
    [{ all: Array(3) }, 'all notAnObject'],
  ])('refuses %j', (input, refusal) => {
    const found = refusals(input)
    if (refusal === 'all notAnObject') expect(new Set(found)).toEqual(new Set(['filter notAnObject']))
    else expect(found).toEqual([refusal])
  })

  it('refuses what is nested deeper than a person would write', () => {
    const deep = (levels: number): unknown => (levels === 0 ? {} : { not: deep(levels - 1) })
    expect(refusals(deep(7))).toEqual([])
    expect(refusals(deep(8))).toEqual(['filter tooDeep'])
    expect(refusals(deep(5_000))).toEqual(['filter tooDeep'])
  })

  it('takes a choice as it comes where the option lists are not known', () => {
    expect(readFilter(fault, { grade: 'grave' }).ok).toBe(true)
    expect(readFilter(fault, { grade: 'grave' }, () => undefined).ok).toBe(false)
  })

  it('never throws, and what it takes can be asked of any record', () => {
    const names = fc.constantFrom('state', 'what', 'due', 'owner', 'cost', 'all', 'any', 'not', 'nosuch')
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.anything(),
        fc.dictionary(names, tie('tree')),
        fc.array(tie('tree')),
      ),
    }))
    fc.assert(
      fc.property(fc.oneof(tree, fc.jsonValue()), recordsOf(allotment, fault, stock), (input, record) => {
        const filter = readFilter(fault, input)
        if (!filter.ok) expect(filter.problems.length).toBeGreaterThan(0)
        else
          expect(matches(fault, filter.value, keyOfRecord(fault, record), '2022-03-01')).toBeTypeOf('boolean')
      }),
      { numRuns: 300 },
    )
  })

  it.each(everyRegister)('takes every filter that may be written over %s', (_id, register) => {
    const options = (list: string) => allotment.options[list]
    fc.assert(
      fc.property(filterSpecs(register, stock, { asOf: true }), (spec) => {
        expect(readFilter(register, spec, options)).toMatchObject({ ok: true })
        // It is data: it can be kept and sent.
        expect(readFilter(register, JSON.parse(JSON.stringify(spec)), options)).toEqual(
          readFilter(register, spec),
        )
      }),
    )
  })

  it('knows which fields it reads and whether it speaks of the day of a figure', () => {
    const filter = readOrFail(fault, {
      grade: 'minor',
      all: [{ due: { before: 'asOf' } }],
      not: { any: [{ what: null }] },
    })
    expect(fieldsOf(filter).sort()).toEqual(['due', 'grade', 'what'])
    expect(usesAsOf(filter)).toBe(true)
    expect(usesAsOf(readOrFail(fault, { due: { before: '2022-10-01' } }))).toBe(false)
  })
})
