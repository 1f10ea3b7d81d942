import { describe, expect, it } from 'vitest'
import { figureInMemory } from '../indicator/index.ts'
import { envOf } from '../pack/index.ts'
import { actsAllowed, linkedIds, titleOf } from './index.ts'
import { allotment, fault, idOf, plot } from './testing/allotment.ts'
import {
  after,
  change,
  found,
  he,
  leakingTap,
  lin,
  mended,
  organs,
  picture,
  refusals,
  submitted,
  verified,
  zhou,
} from './testing/garden.ts'

describe('a fault that was none', () => {
  it('is withdrawn with a reason, and has no life on any day', () => {
    const {
      spans,
      state,
      values,
      before,
      after: now,
    } = change(submitted(), lin, 'withdraw', { reason: '重复登记' })
    expect(spans).toEqual([])
    expect(state).toBe('withdrawn')
    expect(values).toEqual(submitted().values)
    expect([before, now]).toEqual([{ state: 'submitted' }, { state: 'withdrawn' }])
  })

  it('is no part of any figure, of no day', () => {
    const withdrawn = after(verified(), he, 'withdraw', { reason: '误报' })
    const asked = { period: { from: '2022-01-01', to: '2022-12-31' }, asOf: '2022-10-15' }
    const count = (record: typeof withdrawn) =>
      figureInMemory(allotment, allotment.indicators.faultsFound!, () => [record], asked).value
    expect([count(verified()), count(withdrawn)]).toEqual(['1', '0'])
  })

  it('is withdrawn by those who may, and not without saying why', () => {
    expect(refusals(submitted(), zhou, 'withdraw', { reason: '误报' })).toEqual(['notAllowed'])
    expect(refusals(submitted(), he, 'withdraw')).toEqual(['required reason'])
    expect(refusals(submitted(), he, 'withdraw', { reason: '误报', values: { cost: '1' } })).toEqual([
      'notAsked cost',
    ])
  })

  it('and then stays as it is', () => {
    const withdrawn = after(found(), he, 'withdraw', { reason: '误报' })
    expect(withdrawn.version).toBe(2)
    for (const actor of [lin, he, zhou]) expect(actsAllowed(allotment, fault, withdrawn, actor)).toEqual([])
    expect(refusals(withdrawn, he, 'correct', { values: { cost: '1' }, reason: '更正' })).toEqual([
      'wrongState',
    ])
    expect(refusals(withdrawn, he, 'withdraw', { reason: '误报' })).toEqual(['wrongState'])
    expect(refusals(withdrawn, he, 'mendAtOnce', mended)).toEqual(['wrongState'])
  })
})

describe('a record in one line', () => {
  const env = envOf(allotment, '2022-10-31', 'zh', (register, id) =>
    register === 'plot' ? `地块${id.slice(-1)}` : undefined,
  )

  it('has its values put in, and leaves out what is not known', () => {
    expect(titleOf(fault, { ...leakingTap, number: 'YD-2022-7' }, env)).toBe('YD-2022-7 水管滴漏')
    expect(titleOf(fault, leakingTap, env)).toBe('水管滴漏')
    expect(titleOf(plot, { code: 'A1' }, env)).toBe('A1')
    expect(
      titleOf(allotment.registers.visit!, { visitedOn: '2022-10-01', plot: { id: idOf(21) } }, env),
    ).toBe('2022-10-01 地块1')
  })

  it('is one line, and what looks like a place for a value stays as it was written', () => {
    expect(titleOf(fault, { number: '{what}', what: '一\n二 $& {number}' }, env)).toBe(
      '{what} 一 二 $& {number}',
    )
  })

  it('is cut where it is too long, never in the middle of a character', () => {
    expect(titleOf(plot, { code: '😀'.repeat(120) }, env)).toBe('😀'.repeat(120))
    expect(titleOf(plot, { code: '😀'.repeat(121) }, env)).toBe(`${'😀'.repeat(119)}…`)
  })
})

describe('the records that a record names', () => {
  it('are those that were found, files among them', () => {
    const values = { ...leakingTap, owner: { id: null, text: '东园' }, before: [picture], person: null }
    expect(linkedIds(fault, values)).toEqual([
      { field: 'plot', register: 'plot', id: idOf(21) },
      { field: 'foundBy', register: 'organ', id: organs.east },
      { field: 'before', register: 'file', id: picture },
    ])
  })

  it('are none where nothing can be read as one', () => {
    expect(
      linkedIds(fault, { plot: 'A1', owner: { id: 7 }, before: 'x', after: [null, 1], visit: { id: 'x' } }),
    ).toEqual([])
  })
})
