import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Indicator } from '../pack/index.ts'
import { allotment } from '../record/testing/allotment.ts'
import { type Figure, figureFrom, withUnit } from './index.ts'

const asked = { period: { from: '2022-01-01', to: '2022-10-31' }, asOf: '2022-10-31' }

/** A figure of the pack over amounts that are known. */
function figureOf(indicator: Indicator, amounts: Record<string, string>): Figure {
  const pack = { ...allotment, indicators: { ...allotment.indicators, [indicator.id]: indicator } }
  return figureFrom(
    pack,
    indicator,
    asked,
    { among: () => [], goal: () => null },
    ({ indicator: { id } }) => ({
      tally: { records: 1, sum: amounts[id]!, units: 0 },
      papers: [],
    }),
  )
}

function counted(id: string, amount: string): Figure {
  return figureOf(allotment.indicators[id]!, { [id]: amount })
}

function rateOf(part: string, whole: string, unit: '%' | '‰', decimals: number): Figure {
  const parts: [string, string] = ['faultsMended', 'faultsFound']
  const ratio: Indicator = { id: 'mendedRate', kind: 'ratio', parts, unit, decimals }
  return figureOf(ratio, { faultsMended: part, faultsFound: whole })
}

/** The same in whole numbers: twice the remainder against the divisor. Halves go away from zero. */
function byHand(part: bigint, whole: bigint, factor: bigint, decimals: number): string {
  const scaled = part * factor * 10n ** BigInt(decimals)
  const [n, d] = [scaled < 0n ? -scaled : scaled, whole < 0n ? -whole : whole]
  const rounded = (2n * n + d) / (2n * d)
  const digits = String(rounded).padStart(decimals + 1, '0')
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
  const isNegative = rounded !== 0n && part < 0n !== whole < 0n
  return isNegative ? `-${text}` : text
}

function yuan(fen: bigint): string {
  const digits = String(fen < 0n ? -fen : fen).padStart(3, '0')
  return `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

describe('a rate', () => {
  it.each([
    ['1', '800', '%', 2, '0.13'],
    ['1', '8', '%', 1, '12.5'],
    ['1', '8', '%', 0, '13'],
    ['1', '3', '%', 2, '33.33'],
    ['2', '3', '%', 2, '66.67'],
    ['91', '92', '%', 2, '98.91'],
    ['1', '800', '‰', 0, '1'],
    ['1', '3', '%', 11, '33.33333333333'],
    ['2', '3', '%', 11, '66.66666666667'],
    ['199999', '200000', '%', 2, '100.00'],
    ['0', '7', '%', 1, '0.0'],
    ['7', '7', '%', 1, '100.0'],
    ['9', '7', '%', 1, '128.6'],
    ['-1', '800', '%', 2, '-0.13'],
    ['-1', '1000000', '%', 2, '0.00'],
    ['0.01', '0.03', '%', 2, '33.33'],
  ] as const)('%s of %s in %s at %i decimals is %s', (part, whole, unit, decimals, value) => {
    const figure = rateOf(part, whole, unit, decimals)
    expect([figure.value, figure.shown]).toEqual([value, value])
  })

  it.each(['0', '0.00', '-0'])('has no value when it is of %s, and prints a dash alone', (whole) => {
    const figure = rateOf('5', whole, '%', 1)
    expect([figure.value, figure.shown]).toEqual([null, '—'])
    expect(withUnit(allotment, 'zh', figure)).toBe('—')
  })

  it('is rounded as in whole numbers, whatever the parts', () => {
    const large = 10n ** 20n
    const counts = fc.bigInt({ min: 0n, max: 2_000n })
    const amounts = fc.bigInt({ min: -large, max: large })
    fc.assert(
      fc.property(
        fc.oneof(counts, amounts),
        fc.oneof(counts, amounts),
        fc.constantFrom('%', '‰'),
        fc.nat({ max: 11 }),
        (part, whole, unit, decimals) => {
          if (whole === 0n) return
          const expected = byHand(part, whole, unit === '%' ? 100n : 1000n, decimals)
          expect(rateOf(yuan(part), yuan(whole), unit, decimals).value).toBe(expected)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('of exact halves goes up, near misses do not', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.nat({ max: 6 }), (n, decimals) => {
        const step = 2n * 10n ** BigInt(decimals)
        const at = (part: bigint) => rateOf(String(part), String(n * step * 100n), '%', decimals).value
        expect(at(n)).toBe(decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`)
        expect(Number(at(n - 1n))).toBe(0)
      }),
    )
  })

  it('carries both its parts', () => {
    expect(rateOf('1', '8', '%', 1)).toEqual({
      ...{ indicator: 'mendedRate', value: '12.5', shown: '12.5', unit: '%', source: 'counted', ...asked },
      parts: [counted('faultsMended', '1'), counted('faultsFound', '8')],
    })
  })
})

describe('a figure in a sentence', () => {
  it('has its measure word, in the reader’s language', () => {
    const found = counted('faultsFound', '120')
    expect(withUnit(allotment, 'zh', found)).toBe('120处')
    expect(withUnit(allotment, 'en', found)).toBe('120 faults')
    expect(withUnit(allotment, 'en', rateOf('1', '8', '%', 1))).toBe('12.5%')
    expect(withUnit(allotment, 'zh', rateOf('1', '8', '‰', 0))).toBe('125‰')
  })

  it('is written plainly, however it was added up', () => {
    expect(counted('takings', '1200.50')).toMatchObject({ value: '1200.5', shown: '1200.5' })
    expect(counted('takings', '100000000000000000000000.00').value).toBe('100000000000000000000000')
    expect(counted('takings', '-0.00').value).toBe('0')
  })
})
