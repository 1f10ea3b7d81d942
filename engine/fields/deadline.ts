import { type Day, isDay } from '../calendar/index.ts'
import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import { parseDay, readDay } from './date.ts'
import type { CommonSpec, FieldType, ShowEnv } from './field-type.ts'
import { checkText } from './text.ts'

export interface DeadlineSpec extends CommonSpec {
  type: 'deadline'
  /** A date field of the record that it must not lie before. */
  notBefore?: string
}

export const deadlineKinds = ['day', 'atOnce', 'standing', 'text'] as const

/**
 * When something is due. `day` has a date; `atOnce` is 立即整改, `standing` is 长期坚持; `text` keeps what was
 * written (国庆前) with the date that a person gave it, or null while nobody has.
 */
export interface Deadline {
  kind: (typeof deadlineKinds)[number]
  date: Day | null
  text: string | null
}

const atOnce = ['立即整改', '立即', '当场整改', '立行立改', '边查边改', 'at once']
const standing = ['长期坚持', '长期', '持续', 'standing']
const withDay = /^(.*\S)\s*\((\d{4}-\d{2}-\d{2})\)$/

function isKind(value: unknown): value is Deadline['kind'] {
  return deadlineKinds.includes(value as Deadline['kind'])
}

function check(input: unknown): Result<Deadline> {
  const { kind, date = null, text = null } = (input ?? {}) as Record<string, unknown>
  if (typeof input !== 'object' || !isKind(kind)) return bad(problem('notDeadline'))
  if (date !== null && !isDay(date)) return bad(problem('notDate'))
  if (kind === 'day') return date === null ? bad(problem('required')) : ok({ kind, date, text: null })
  if (kind !== 'text') return ok({ kind, date: null, text: null })
  const written = checkText(text, 200, false)
  if (!written.ok) return written
  return ok(date === null ? read(written.value) : { kind, date, text: written.value })
}

/** What a written deadline means; words without a known meaning stay words. */
function read(plain: string): Deadline {
  const day = parseDay(plain)
  if (day !== undefined) return { kind: 'day', date: day, text: null }
  if (atOnce.includes(plain)) return { kind: 'atOnce', date: null, text: null }
  if (standing.includes(plain)) return { kind: 'standing', date: null, text: null }
  const [, words, dated] = withDay.exec(plain) ?? []
  if (words === undefined || !isDay(dated)) return { kind: 'text', date: null, text: plain }
  return { kind: 'text', date: dated, text: words }
}

function parse(cell: string, _spec: DeadlineSpec, env: ShowEnv): Result<Deadline> {
  const written = cell.trim()
  const kind = (['atOnce', 'standing'] as const).find((id) => env.word(`deadline.${id}`) === written)
  if (kind !== undefined) return check({ kind })
  // The day is taken off before the words are measured, so that the longest words are read back too.
  const [, words, date] = withDay.exec(written) ?? []
  return words !== undefined && isDay(date)
    ? check({ kind: 'text', text: words, date })
    : check({ kind: 'text', text: cell })
}

function show(value: Deadline, _spec: DeadlineSpec, env: ShowEnv): string {
  if (value.kind === 'day') return value.date!
  const words = value.kind === 'text' ? value.text! : env.word(`deadline.${value.kind}`)
  return value.date === null ? words : `${words} (${value.date})`
}

/** Filters and figures read its date: without one it is never overdue. */
export const deadline: FieldType<DeadlineSpec, Deadline> = {
  says: { notBefore: 'date' },
  examples: [
    { spec: { type: 'deadline' }, values: [{ kind: 'atOnce' }, { kind: 'day', date: '2022-10-31' }] },
    { spec: { type: 'deadline' }, values: [{ kind: 'text', text: '国庆前', date: '2022-09-30' }] },
  ],
  columns: () => [
    { suffix: '', type: 'date' },
    { suffix: '_kind', type: 'text' },
    { suffix: '_text', type: 'text' },
  ],
  key: { suffix: '', kind: 'text', of: (value) => value.date, read: readDay, isDay: true },
  check,
  compare: (a, b) => compareText(a.date ?? '9999', b.date ?? '9999'),
  show,
  parse,
  toColumns: (value) => [value.date, value.kind, value.text],
  fromColumns: ([date, kind, text]) =>
    isKind(kind) ? { kind, date: (date as Day | null) ?? null, text: (text as string | null) ?? null } : null,
  schema: () => ({
    type: 'object',
    required: ['kind'],
    properties: {
      kind: { enum: deadlineKinds },
      date: { type: ['string', 'null'], format: 'date' },
      text: { type: ['string', 'null'] },
    },
  }),
}
