import type { Day } from '../../calendar/index.ts'
import type { Deadline, Link } from '../../fields/index.ts'
import type { FilterSpec, Readable } from '../index.ts'

/** The value that a filter compares, told apart from how the engine finds it. */
export type Read = (field: string) => { kind: 'text' | 'number' | 'money' | 'flag'; value: unknown }

/**
 * Reads a filter as its documentation says it, from the notation and in the plainest way: the yardstick that
 * the engine is held to.
 */
export function naivelyMatches(spec: FilterSpec, read: Read, asOf?: Day): boolean {
  return Object.entries(spec).every(([key, part]) => {
    if (key === 'all') return (part as FilterSpec[]).every((one) => naivelyMatches(one, read, asOf))
    if (key === 'any') return (part as FilterSpec[]).some((one) => naivelyMatches(one, read, asOf))
    if (key === 'not') return !naivelyMatches(part as FilterSpec, read, asOf)
    return fulfils(read, key, part, asOf)
  })
}

function fulfils(read: Read, field: string, condition: unknown, asOf?: Day): boolean {
  const { kind, value } = read(field)
  if (Array.isArray(condition)) return condition.some((one) => fulfils(read, field, one, asOf))
  if (condition === null) return value === null
  if (typeof condition !== 'object') return value !== null && weight(kind, value) === weight(kind, condition)
  return Object.entries(condition).every(([test, given]) => {
    if (test === 'known') return (value !== null) === given
    if (value === null) return false
    if (test === 'has') return lower(String(value)).indexOf(lower(given)) >= 0
    const [a, b] = [weight(kind, value), weight(kind, given === 'asOf' && asOf !== undefined ? asOf : given)]
    return { before: a < b, upTo: a <= b, from: a >= b, after: a > b }[test]!
  })
}

/** Something that JavaScript itself orders rightly: fen as a whole number, text as its code points. */
function weight(kind: ReturnType<Read>['kind'], value: unknown): bigint | string {
  if (kind === 'text') return Array.from(String(value), codePoint).join('')
  if (kind !== 'money') return BigInt(Number(value))
  const [, sign, yuan, cents = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(String(value))!
  const fen = BigInt(yuan!) * 100n + BigInt(cents.padEnd(2, '0'))
  return sign === '-' ? -fen : fen
}

function codePoint(sign: string): string {
  return sign.codePointAt(0)!.toString(16).padStart(6, '0')
}

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

function lower(text: string): string {
  return Array.from(text, (sign) => (capitals.includes(sign) ? sign.toLowerCase() : sign)).join('')
}

/** What a value is compared by, found without the engine's own keys. */
export function readOf(of: Readable, record: { state: string; values: Record<string, unknown> }): Read {
  return (field) => {
    if (field === 'state') return { kind: 'text', value: record.state }
    const { type } = of.fields[field]!.spec
    const value = record.values[field] ?? null
    if (type === 'deadline') return { kind: 'text', value: (value as Deadline | null)?.date ?? null }
    if (['organ', 'person', 'ref'].includes(type))
      return { kind: 'text', value: (value as Link | null)?.id ?? null }
    if (type === 'integer') return { kind: 'number', value }
    return { kind: type === 'money' ? 'money' : type === 'yesNo' ? 'flag' : 'text', value }
  }
}
