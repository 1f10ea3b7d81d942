import Big from 'big.js'
import { bad, ok, problem, type Result } from '../problem/index.ts'
import type { CommonSpec, FieldType } from './field-type.ts'
import { plainNumeral } from './numeral.ts'

export interface DecimalSpec extends CommonSpec {
  type: 'decimal'
  /** How many decimals it has, 0 to 6; 2 unless said. */
  decimals?: number
  min?: number
  max?: number
}

const pattern = /^-?\d{1,15}(\.\d{1,12})?$/

/** A number as exact text, if it needs no more decimals than these. */
export function exactly(input: unknown, decimals: number): Big | undefined {
  if (typeof input !== 'string' || !pattern.test(input)) return undefined
  const number = new Big(input)
  return number.eq(number.round(decimals)) ? number : undefined
}

/** Text without a floating point in between; nothing is below nothing. */
function written(number: Big, decimals: number): string {
  return number.eq(0) ? new Big(0).toFixed(decimals) : number.toFixed(decimals)
}

function check(input: unknown, spec: DecimalSpec): Result<string> {
  const { decimals = 2, min, max } = spec
  const number = exactly(input, decimals)
  if (number === undefined) return bad(problem('notDecimal', undefined, { decimals }))
  const outside = (min !== undefined && number.lt(min)) || (max !== undefined && number.gt(max))
  return outside ? bad(problem('outOfRange', undefined, { min, max })) : ok(written(number, decimals))
}

/** A number with decimals, exact, carried as text with just as many of them. Never a floating-point number. */
export const decimal: FieldType<DecimalSpec, string> = {
  says: { decimals: 'decimals', min: 'number', max: 'number' },
  examples: [
    { spec: { type: 'decimal' }, values: ['0', '12.5', '-3.25'] },
    { spec: { type: 'decimal', decimals: 3, min: 0, max: 100 }, values: ['0.001', '100'] },
  ],
  columns: () => [{ suffix: '', type: 'numeric' }],
  key: {
    suffix: '',
    kind: 'decimal',
    of: (value) => value,
    read: (given, { decimals = 2 }) => exactly(given, decimals)?.toFixed(),
  },
  sum: {},
  check,
  compare: (a, b) => new Big(a).cmp(new Big(b)),
  show: (value) => value,
  parse: (text, spec) => check(plainNumeral(text).replace(/^\+/, ''), spec),
  toColumns: (value) => [value],
  fromColumns: ([cell]) => (typeof cell === 'string' ? cell : null),
  schema: () => ({ type: 'string', pattern: pattern.source }),
}
