import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CheckEnv, CommonSpec, FieldType } from './field-type.ts'
import { tidy } from './numeral.ts'

export interface MonthSpec extends CommonSpec {
  type: 'month'
  /** Not later than the month of this day. */
  notAfter?: 'today'
}

function readMonth(given: unknown): string | undefined {
  return typeof given === 'string' && /^(19|2\d)\d{2}-(0[1-9]|1[0-2])$/.test(given) ? given : undefined
}

function check(input: unknown, spec: MonthSpec, env: CheckEnv): Result<string> {
  const month = readMonth(input)
  if (month === undefined) return bad(problem('wrongForm', undefined, { example: '2022-10' }))
  const ahead = spec.notAfter === 'today' && month > env.today.slice(0, 7)
  return ahead ? bad(problem('inFuture', undefined, { today: env.today })) : ok(month)
}

/** A month, as 2022-10. */
export const month: FieldType<MonthSpec, string> = {
  says: { notAfter: 'dayLimit' },
  examples: [
    { spec: { type: 'month' }, values: ['2022-10', '2023-01'] },
    { spec: { type: 'month', notAfter: 'today' }, values: ['2022-10', '2021-12'] },
  ],
  columns: () => [{ suffix: '', type: 'text' }],
  key: { suffix: '', kind: 'text', of: (value) => value, read: readMonth },
  check,
  compare: compareText,
  show: (value) => value,
  // 2022-10, 2022.10, 2022/10, 2022年10月; never without its year.
  parse: (text, spec, env) => {
    const [, year, number = ''] = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?份?$/.exec(tidy(text)) ?? []
    return check(`${year}-${number.padStart(2, '0')}`, spec, env)
  },
  toColumns: (value) => [value],
  fromColumns: ([cell]) => (typeof cell === 'string' ? cell : null),
  schema: () => ({ type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }),
}
