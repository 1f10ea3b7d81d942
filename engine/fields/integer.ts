import { bad, ok, problem, type Result } from '../problem/index.ts'
import type { CommonSpec, FieldType } from './field-type.ts'
import { plainNumeral } from './numeral.ts'

export interface IntegerSpec extends CommonSpec {
  type: 'integer'
  min?: number
  max?: number
}

// PostgreSQL's integer; a count in a district's ledger is far below it.
const largest = 2_147_483_647

/** What the pack allows, as far as the database can hold it. */
function limitsOf(spec: IntegerSpec): { min: number; max: number } {
  return { min: Math.max(spec.min ?? -largest, -largest), max: Math.min(spec.max ?? largest, largest) }
}

function check(input: unknown, spec: IntegerSpec): Result<number> {
  if (typeof input !== 'number' || !Number.isInteger(input)) return bad(problem('notInteger'))
  const { min, max } = limitsOf(spec)
  return input < min || input > max
    ? bad(problem('outOfRange', undefined, { min, max }))
    : ok(input === 0 ? 0 : input)
}

/** A whole number. Shown without separators, as official texts print it. */
export const integer: FieldType<IntegerSpec, number> = {
  says: { min: 'number', max: 'number' },
  examples: [{ spec: { type: 'integer', min: 0 }, values: [0, 12] }],
  columns: () => [{ suffix: '', type: 'integer' }],
  key: { suffix: '', kind: 'integer', of: (value) => value },
  sum: {},
  check,
  compare: (a, b) => a - b,
  show: (value) => String(value),
  parse: (text, spec) => {
    const plain = plainNumeral(text)
    return /^[-+]?\d{1,10}$/.test(plain) ? check(Number(plain), spec) : bad(problem('notInteger'))
  },
  toColumns: (value) => [value],
  fromColumns: ([cell]) => (typeof cell === 'number' ? cell : null),
  schema: (spec) => ({ type: 'integer', minimum: limitsOf(spec).min, maximum: limitsOf(spec).max }),
}
