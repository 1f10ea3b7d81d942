import { describe, expect, it } from 'vitest'
import type { Condition } from '../pack/index.ts'
import { conditionHolds } from './index.ts'
import { figureOf } from './testing/figures.ts'

const asked = { period: { from: '2022-01-01', to: '2022-12-31' }, asOf: '2022-12-31' }
const figures = new Map([
  ['visits', figureOf('visits', asked, '3')],
  ['takings', figureOf('takings', asked, '-20.25')],
  ['faultsFound', figureOf('faultsFound', asked, '0')],
  ['mendedRate', figureOf('mendedRate', asked, '0', '0')],
])
const test = (figure: string, is: 'equals' | 'before' | 'upTo' | 'from' | 'after', value: string) => {
  return { figure, test: { is, value } }
}
const unknown = test('mendedRate', 'from', '90')
const yes = test('visits', 'equals', '3')
const no = test('visits', 'after', '3')

describe('a condition over figures', () => {
  it.each<[string, Condition, boolean | null]>([
    ['equal, however it is written', test('visits', 'equals', '3.00'), true],
    ['more than', no, false],
    ['at least', test('visits', 'from', '3'), true],
    ['at most', test('visits', 'upTo', '2.5'), false],
    ['less than', test('takings', 'before', '-20.249'), true],
    ['a figure without a value', unknown, null],
    ['not of one without a value', { not: unknown }, null],
    ['is it known: no', { figure: 'mendedRate', test: { is: 'known' } }, false],
    ['is zero known: yes', { figure: 'faultsFound', test: { is: 'known' } }, true],
    ['all, one unknown', { all: [yes, unknown] }, null],
    ['all, one unknown and one false', { all: [unknown, no] }, false],
    ['any, one unknown', { any: [no, unknown] }, null],
    ['any, one unknown and one true', { any: [unknown, yes] }, true],
    ['not all', { not: { all: [yes, no] } }, true],
  ])('%s', (_what, condition, holds) => {
    expect(conditionHolds(condition, figures)).toBe(holds)
  })

  it('is not decided by a figure that was not read', () => {
    expect(() => conditionHolds(test('plots', 'from', '1'), figures)).toThrow('plots')
  })
})
