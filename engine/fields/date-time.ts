import { dayInShanghai, isDay } from '../calendar/index.ts'
import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import { parseDay } from './date.ts'
import type { CheckEnv, CommonSpec, FieldType } from './field-type.ts'
import { tidy } from './numeral.ts'

export interface DateTimeSpec extends CommonSpec {
  type: 'dateTime'
  /** Not later than this day in Asia/Shanghai. */
  notAfter?: 'today'
}

// The day, the hour and the offset are bounded here: Date.parse takes 30 February and 24 o'clock.
const instant =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/
// Before 1992 the clocks of Shanghai were not always eight hours ahead.
const first = Date.parse('1992-01-01T00:00:00+08:00')
const last = Date.parse('2999-12-31T00:00:00+08:00')

/** An instant in UTC, to the second: 2022-10-31T01:05:00Z. */
function readInstant(given: unknown): string | undefined {
  const [, day] = typeof given === 'string' ? (instant.exec(given) ?? []) : []
  if (!isDay(day)) return undefined
  const time = Date.parse(given as string)
  if (Number.isNaN(time) || time < first || time >= last) return undefined
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}

function check(input: unknown, spec: DateTimeSpec, env: CheckEnv): Result<string> {
  const found = readInstant(input)
  if (found === undefined) return bad(problem('wrongForm', undefined, { example: '2022-10-31 09:05' }))
  const ahead = spec.notAfter === 'today' && dayInShanghai(new Date(found)) > env.today
  return ahead ? bad(problem('inFuture', undefined, { today: env.today })) : ok(found)
}

/** 2022-10-31 09:05 by the clock in Asia/Shanghai; seconds only where there are any. */
export function showInstant(value: string): string {
  const local = new Date(Date.parse(value) + 8 * 3_600_000).toISOString()
  return local.slice(0, 19).replace('T', ' ').replace(/:00$/, '')
}

/** 2022-10-31 09:05, 2022年10月31日9时5分; without a zone it is the clock in Asia/Shanghai. */
function parse(text: string, spec: DateTimeSpec, env: CheckEnv): Result<string> {
  const cell = tidy(text)
  const [, day = '', hour = '', minute = '0', second = '0'] =
    /^(.*?\d日?)(?:T|\s+|(?<=日))(\d{1,2})(?::|时|点)(?:(\d{1,2})分?)?(?::?(\d{1,2})秒?)?$/.exec(cell) ?? []
  const pair = (digits: string) => digits.padStart(2, '0')
  const local = `${parseDay(day)}T${pair(hour)}:${pair(minute)}:${pair(second)}+08:00`
  return check(readInstant(cell) ?? local, spec, env)
}

/** The driver gives a Date, memory the text. */
function fromCell(cell: unknown): string | null {
  if (cell instanceof Date) return `${cell.toISOString().slice(0, 19)}Z`
  return typeof cell === 'string' ? cell : null
}

/** A moment, kept in UTC and read by the clock in Asia/Shanghai. */
export const dateTime: FieldType<DateTimeSpec, string> = {
  says: { notAfter: 'dayLimit' },
  examples: [
    { spec: { type: 'dateTime' }, values: ['2022-10-31T09:05:00+08:00', '2022-12-31T16:00:01Z'] },
    { spec: { type: 'dateTime', notAfter: 'today' }, values: ['2022-10-31T15:59:59Z'] },
  ],
  columns: () => [{ suffix: '', type: 'timestamp with time zone' }],
  key: {
    suffix: '',
    kind: 'text',
    of: (value) => value,
    read: readInstant,
    show: (key) => showInstant(String(key)),
  },
  check,
  compare: compareText,
  show: showInstant,
  parse,
  toColumns: (value) => [value],
  fromColumns: ([cell]) => fromCell(cell),
  schema: () => ({ type: 'string', format: 'date-time' }),
}
