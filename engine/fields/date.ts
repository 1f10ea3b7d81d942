import { type Day, isDay } from '../calendar/index.ts'
import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CheckEnv, CommonSpec, FieldType } from './field-type.ts'

export interface DateSpec extends CommonSpec {
  type: 'date'
  /** `today`, or another date field of the record. */
  notAfter?: string
  /** Another date field of the record. */
  notBefore?: string
  /** How many days back it may lie without a reason. */
  backdate?: number
}

function check(input: unknown, spec: DateSpec, env: CheckEnv): Result<Day> {
  if (!isDay(input)) return bad(problem('notDate'))
  if (spec.notAfter === 'today' && input > env.today) {
    return bad(problem('inFuture', undefined, { today: env.today }))
  }
  return ok(input)
}

/** Reads 2022-10-31, 2022.10.31, 2022/10/31 and 2022年10月31日; a day without its year is refused, not guessed. */
export function parseDay(text: string): Day | undefined {
  const plain = text.normalize('NFKC').trim()
  const [, year, month, day] = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/.exec(plain) ?? []
  if (year === undefined) return undefined
  const written = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return isDay(written) ? written : undefined
}

/** 2022年10月31日: Arabic, full, without leading zeros (GB/T 9704-2012, 7.3.5). */
export function showDay(day: Day): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** A day as a filter means it. */
export function readDay(given: unknown): Day | undefined {
  return isDay(given) ? given : undefined
}

/** A calendar day in Asia/Shanghai. */
export const date: FieldType<DateSpec, Day> = {
  says: { notAfter: 'dayLimit', notBefore: 'date', backdate: 'number' },
  examples: [{ spec: { type: 'date' }, values: ['2022-10-31', '2024-02-29'] }],
  columns: () => [{ suffix: '', type: 'date' }],
  key: { suffix: '', kind: 'text', of: (value) => value, read: readDay, isDay: true },
  check,
  compare: compareText,
  show: (value) => value,
  parse: (text, spec, env) => {
    const day = parseDay(text)
    return day === undefined ? bad(problem('notDate')) : check(day, spec, env)
  },
  toColumns: (value) => [value],
  fromColumns: ([cell]) => (typeof cell === 'string' ? cell : null),
  schema: () => ({ type: 'string', format: 'date' }),
}
