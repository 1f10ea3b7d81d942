import type { Figure, Footing } from '@anzhi/engine/indicator'
import { describe, expect, it } from 'vitest'
import { library } from '../testing/index.ts'
import { askedAddress, readAsked, usualPeriods } from './asked.ts'
import { footingLines } from './footing.ts'
import { atAGlance } from './glance.ts'
import { groupFigures } from './groups.ts'
import { seesAllOf } from './scope.ts'

const today = '2022-10-31'
const figure = (indicator: string): Figure => ({
  indicator,
  value: '1',
  unit: '次',
  shown: '1',
  source: 'counted',
  period: { from: '2022-01-01', to: today },
  asOf: today,
})
const footing = (indicator: string, total = '1'): Footing => {
  const { period, asOf } = figure(indicator)
  return { indicator, period, asOf, records: 1, total }
}
const all = Object.keys(library.indicators).map(figure)
const names = (figures: readonly Figure[]) => figures.map(({ indicator }) => indicator)

describe('the days that an address asks about', () => {
  it('are the year so far unless it says otherwise', () => {
    expect(readAsked({}, today)).toEqual({ from: '2022-01-01', to: today, asOf: today })
    expect(readAsked({ from: '2022-09-01', asOf: 'soon' }, today)).toMatchObject({
      from: '2022-09-01',
      asOf: today,
    })
  })

  it('stand in the address only where they are not the usual ones', () => {
    const asked = { from: '2022-09-01', to: '2022-09-30', asOf: today }
    expect(askedAddress(asked, today)).toEqual({ from: '2022-09-01', to: '2022-09-30' })
    expect(readAsked(askedAddress(asked, today), today)).toEqual(asked)
    expect(askedAddress(readAsked({}, today), today)).toEqual({})
  })
})

describe('the usual periods', () => {
  const on = (day: string) => Object.fromEntries(usualPeriods(day).map(({ name, period }) => [name, period]))

  it('lie as a person means them', () => {
    expect(on('2022-10-31')).toEqual({
      'period.year': { from: '2022-01-01', to: '2022-10-31' },
      'period.month': { from: '2022-10-01', to: '2022-10-31' },
      'period.lastMonth': { from: '2022-09-01', to: '2022-09-30' },
      'period.quarter': { from: '2022-10-01', to: '2022-10-31' },
      'period.lastYear': { from: '2021-01-01', to: '2021-12-31' },
    })
  })

  it('look back over the turn of a year, and into a leap February', () => {
    expect(on('2023-01-05')['period.lastMonth']).toEqual({ from: '2022-12-01', to: '2022-12-31' })
    expect(on('2024-03-31')['period.lastMonth']).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(on('2024-03-31')['period.quarter']).toEqual({ from: '2024-01-01', to: '2024-03-31' })
  })
})

describe('many figures', () => {
  it('stand by the register they speak of, a rate with what it divides', () => {
    expect(groupFigures(library, all).map(({ register, figures }) => [register, names(figures)])).toEqual([
      ['loan', ['loans', 'returned', 'returnRate', 'lateLoans']],
      ['book', ['books']],
    ])
  })

  it('are few at a glance: those of the report first', () => {
    expect(names(atAGlance(library, all, 2))).toEqual(['loans', 'returnRate'])
    expect(names(atAGlance(library, all, 3))).toEqual(['loans', 'returnRate', 'returned'])
    expect(atAGlance(library, [], 3)).toEqual([])
  })
})

describe('the footing of a figure', () => {
  const rate: Figure = { ...figure('returnRate'), parts: [figure('returned'), figure('loans')] }

  it('says what its records come to, and that it is the same', () => {
    expect(footingLines(library, 'zh', figure('loans'), [footing('loans')])).toEqual([
      { text: '明细逐条相加得 1，与此数一致', agrees: true },
    ])
    expect(footingLines(library, 'zh', rate, [footing('returned'), footing('loans')])).toHaveLength(2)
  })

  it('does not hide a difference', () => {
    const [part, whole] = footingLines(library, 'en', rate, [footing('returned'), footing('loans', '2')])
    expect(part).toMatchObject({ agrees: true })
    expect(whole).toMatchObject({ agrees: false })
    expect(whole?.text).toContain('loans (en): ')
    expect(whole?.text).toContain('not the same')
  })
})

describe('the scope of a figure', () => {
  it('is everything for who sees the district, and for what is open to it', () => {
    expect(seesAllOf(library, ['librarian'], figure('returnRate'))).toBe(true)
    expect(seesAllOf(library, ['porter'], figure('returnRate'))).toBe(false)
    expect(seesAllOf(library, ['porter'], figure('books'))).toBe(true)
    expect(seesAllOf(library, ['porter', 'librarian'], figure('loans'))).toBe(true)
  })
})
