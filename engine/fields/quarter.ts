import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CheckEnv, CommonSpec, FieldType } from './field-type.ts'
import { tidy } from './numeral.ts'

export interface QuarterSpec extends CommonSpec {
  type: 'quarter'
  /** Not later than the quarter of this day. */
  notAfter?: 'today'
}

const numerals = '一二三四'

function readQuarter(given: unknown): string | undefined {
  return typeof given === 'string' && /^(19|2\d)\d{2}-Q[1-4]$/.test(given) ? given : undefined
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

function check(input: unknown, spec: QuarterSpec, env: CheckEnv): Result<string> {
  const quarter = readQuarter(input)
  if (quarter === undefined) return bad(problem('wrongForm', undefined, { example: '2022-Q3' }))
  const ahead = spec.notAfter === 'today' && quarter > quarterOf(env.today)
  return ahead ? bad(problem('inFuture', undefined, { today: env.today })) : ok(quarter)
}

/** A quarter of a year, as 2022-Q3. */
export const quarter: FieldType<QuarterSpec, string> = {
  says: { notAfter: 'dayLimit' },
  examples: [
    { spec: { type: 'quarter' }, values: ['2022-Q3', '2023-Q1'] },
    { spec: { type: 'quarter', notAfter: 'today' }, values: ['2022-Q4', '2021-Q4'] },
  ],
  columns: () => [{ suffix: '', type: 'text' }],
  key: { suffix: '', kind: 'text', of: (value) => value, read: readQuarter },
  check,
  compare: compareText,
  show: (value) => value,
  // 2022-Q3, 2022Q3, 2022年第三季度, 2022年3季度; never without its year.
  parse: (text, spec, env) => {
    const cell = tidy(text).toUpperCase()
    const [, year, q, word = ''] =
      /^(\d{4})\s*年?[-\s]*(?:Q([1-4])|第?([1-4一二三四])季度?)$/.exec(cell) ?? []
    const number = q ?? (numerals.includes(word) ? numerals.indexOf(word) + 1 : word)
    return check(`${year}-Q${number}`, spec, env)
  },
  toColumns: (value) => [value],
  fromColumns: ([cell]) => (typeof cell === 'string' ? cell : null),
  schema: () => ({ type: 'string', pattern: '^\\d{4}-Q[1-4]$' }),
}
