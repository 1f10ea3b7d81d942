import Big from 'big.js'
import { bad, ok, problem, type Result } from '../problem/index.ts'
import { yuanInCapitals } from './capitals.ts'
import type { CommonSpec, FieldType } from './field-type.ts'
import { plainNumeral } from './numeral.ts'

export interface MoneySpec extends CommonSpec {
  type: 'money'
  /** Below 0 is refused unless said. */
  negative?: boolean
}

const pattern = /^-?\d{1,15}(\.\d{1,2})?$/
const unitsOfText: Record<string, string> = { 元: '1', 万元: '10000', 万: '10000', 亿元: '100000000' }

function check(input: unknown, spec: MoneySpec): Result<string> {
  if (typeof input !== 'string' || !pattern.test(input)) return bad(problem('notMoney'))
  const amount = new Big(input)
  if (amount.lt(0) && spec.negative !== true) return bad(problem('outOfRange', undefined, { min: '0' }))
  return ok(amount.eq(0) ? '0.00' : amount.toFixed(2))
}

/** An amount as a filter means it. */
function readYuan(given: unknown): string | undefined {
  return typeof given === 'string' && pattern.test(given) ? given : undefined
}

/** 12000, 1.2万元, 1,200.5 or 壹万贰仟元整. */
function parse(text: string, spec: MoneySpec): Result<string> {
  const capitals = yuanInCapitals(text)
  if (capitals !== undefined) return check(capitals, spec)
  const plain = plainNumeral(text).replace(/整$/, '')
  const [, digits, unit = '元'] = /^(-?\d{1,15}(?:\.\d{1,6})?)\s*(元|万元|万|亿元)?$/.exec(plain) ?? []
  if (digits === undefined) return bad(problem('notMoney'))
  const yuan = new Big(digits).times(unitsOfText[unit]!)
  return yuan.eq(yuan.round(2)) ? check(yuan.toFixed(2), spec) : bad(problem('notMoney'))
}

/** An amount in yuan, exact to the fen, carried as text with two decimals. Never a floating-point number. */
export const money: FieldType<MoneySpec, string> = {
  says: { negative: 'flag' },
  examples: [
    { spec: { type: 'money' }, values: ['12000', '0.5'] },
    { spec: { type: 'money', negative: true }, values: ['-20.25'] },
  ],
  columns: () => [{ suffix: '', type: 'numeric(18,2)' }],
  key: { suffix: '', kind: 'decimal', of: (value) => value, read: readYuan },
  sum: {},
  check,
  compare: (a, b) => new Big(a).cmp(new Big(b)),
  show: (value) => `${value.replace(/\.00$/, '')}元`,
  parse,
  toColumns: (value) => [value],
  fromColumns: ([cell]) => (typeof cell === 'string' ? cell : null),
  schema: () => ({ type: 'string', pattern: pattern.source, description: 'yuan' }),
}
