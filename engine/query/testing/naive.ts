import type { Day } from '../../calendar/index.ts'
import type { Deadline, Link, Place, Quantity } from '../../fields/index.ts'
import { type FilterSpec, partsOf, type Readable } from '../index.ts'

/** The value that a filter compares, told apart from how the engine finds it. */
export type Read = (field: string) => {
  kind: Kind
  value: unknown
  form?: (text: string) => string
  /** One of several rows. */
  row?: (values: Record<string, unknown>) => Read
}

type Kind = 'text' | 'number' | 'decimal' | 'flag' | 'several'

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
  const { kind, value, form = (text) => text, row } = read(field)
  if (Array.isArray(condition)) return condition.some((one) => fulfils(read, field, one, asOf))
  if (condition === null) return value === null
  if (kind === 'several' && typeof condition === 'string')
    return value !== null && (value as string[]).includes(condition)
  if (typeof condition !== 'object') return value !== null && weight(kind, value) === weight(kind, condition)
  return Object.entries(condition).every(([test, given]) => {
    if (test === 'known') return (value !== null) === given
    if (value === null) return false
    if (test === 'size') return isInOrder((value as unknown[]).length, given)
    if (test === 'some')
      return (value as Record<string, unknown>[]).some((one) =>
        naivelyMatches(given as FilterSpec, row!(one), asOf),
      )
    if (test === 'under')
      return [value].flat().some((one) => one === given || String(one).indexOf(`${given}/`) === 0)
    if (test === 'has') return lower(String(value)).indexOf(lower(form(given))) >= 0
    const [a, b] = [weight(kind, value), weight(kind, given === 'asOf' && asOf !== undefined ? asOf : given)]
    return { before: a < b, upTo: a <= b, from: a >= b, after: a > b }[test]!
  })
}

function isInOrder(size: number, given: unknown): boolean {
  if (typeof given === 'number') return size === given
  return Object.entries(given as Record<string, number>).every(
    ([test, n]) => ({ before: size < n, upTo: size <= n, from: size >= n, after: size > n })[test]!,
  )
}

/** Something that JavaScript itself orders rightly: decimals as a whole number of millionths of a millionth, text as its code points. */
function weight(kind: Kind, value: unknown): bigint | string {
  if (kind === 'text') return Array.from(String(value), codePoint).join('')
  if (kind !== 'decimal') return BigInt(Number(value))
  const [, sign, whole, rest = ''] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(String(value))!
  const parts = BigInt(whole! + rest.padEnd(12, '0'))
  return sign === '-' ? -parts : parts
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
    const { spec } = of.fields[field]!
    const type = spec.type === 'derived' ? spec.as.type : spec.type
    const value = record.values[field] ?? null
    if (type === 'deadline') return { kind: 'text', value: (value as Deadline | null)?.date ?? null }
    if (type === 'place') return { kind: 'text', value: (value as Place | null)?.division?.id ?? null }
    if (['organ', 'person', 'ref', 'party'].includes(type))
      return { kind: 'text', value: (value as Link | null)?.id ?? null }
    if (['organs', 'persons', 'refs'].includes(type))
      return { kind: 'several', value: (value as Link[] | null)?.map(({ id }) => id) ?? null }
    if (type === 'rows') {
      const within = partsOf(of.fields[field]!.spec)!
      return { kind: 'several', value, row: (values) => readOf(within, { state: '', values }) }
    }
    if (type === 'quantity') return { kind: 'decimal', value: (value as Quantity | null)?.amount ?? null }
    if (type === 'documentNumber')
      return { kind: 'text', value: value === null ? null : asNumber(String(value)), form: asNumber }
    if (type === 'phone') return { kind: 'text', value, form: (text) => without(text, ' ()-—') }
    if (type === 'creditCode' || type === 'identityNumber')
      return { kind: 'text', value, form: (text) => without(text, ' ').toUpperCase() }
    return { kind: kinds[type] ?? 'text', value }
  }
}

const kinds: Record<string, Kind> = {
  integer: 'number',
  money: 'decimal',
  decimal: 'decimal',
  yesNo: 'flag',
  choices: 'several',
  files: 'several',
}

function without(text: string, signs: string): string {
  return Array.from(text.normalize('NFKC'), (sign) =>
    signs.includes(sign) || sign.trim() === '' ? '' : sign,
  ).join('')
}

/** A document's number without what differs from paper to paper, sign by sign. */
function asNumber(text: string): string {
  let plain = ''
  let skipsZeros = false
  const signs = Array.from(text.normalize('NFKC').toUpperCase())
  signs.forEach((sign, i) => {
    const isIdle = skipsZeros && sign === '0' && /^[0-9]/.test(signs[i + 1] ?? '')
    if ('〕])】}>第'.includes(sign)) skipsZeros = true
    else if (!isIdle && sign.trim() !== '') skipsZeros = false
    if (!isIdle && sign.trim() !== '' && !'〔〕[]()【】{}<>「」『』《》第'.includes(sign))
      plain += sign === '—' ? '-' : sign
  })
  return plain
}
