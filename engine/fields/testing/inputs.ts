import fc from 'fast-check'
import { addDays, type Day } from '../../calendar/index.ts'
import { datums, deadlineKinds, type FieldSpec, fieldTypeOf, isLinkSpec, targetOf } from '../index.ts'

type SpecOf<Type extends FieldSpec['type']> = Extract<FieldSpec, { type: Type }>

/** What generated values may point to. */
export interface Stock {
  options: (list: string) => readonly string[]
  /** Ids of the records of a register; where there are none, links are only written. */
  ids: (register: string) => readonly string[]
  days: fc.Arbitrary<Day>
}

/**
 * Pieces that make trouble in a search or an order: signs that LIKE and templates read, letters that Unicode
 * folds and ASCII does not, characters beyond U+FFFF and those that UTF-16 sorts behind them.
 */
const pieces = [
  ...['水', '水管', '棚架', 'Tap', 'tap', 'TAP', '０', '12', '%', '_', '\\', "'", '"', '*', '.', '-', ' '],
  ...[
    '{what}',
    '{=organ}',
    '$&',
    '$1',
    '（一）',
    '、',
    '\u3000',
    'é',
    'e\u0301',
    'İ',
    'ı',
    'ß',
    'ſ',
    '\u212A',
  ],
  ...['𠮷', '😀', '\uE000', '\uFB00', 'ＡＢ', '\u{10FFFD}', '女\u{E0100}'],
]

// Few enough to be met again, so that equal texts occur.
const known = ['水管漏水', '棚架倾斜', 'Tap', 'tap', '100%', 'a_b', 'a\\b', '𠮷', '\uE000', '\uFB00']

/** Text of one line, never empty or blank. */
export function phrases(longest = 6): fc.Arbitrary<string> {
  const few = fc.array(fc.constantFrom(...pieces), { maxLength: longest }).map((found) => found.join(''))
  const any = fc.string({ unit: 'grapheme', maxLength: longest })
  const all = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known) },
    { weight: 3, arbitrary: few },
    any,
  )
  return all.map((found) => (found.trim() === '' ? '水' : found))
}

/** Days around the turn of a year, a leap day among them. */
export function someDays(from: Day, count: number): fc.Arbitrary<Day> {
  return fc.nat({ max: count - 1 }).map((n) => addDays(from, n))
}

// PostgreSQL's integer, whatever the pack allows.
const largest = 2_147_483_647

// Half of what fits: some characters grow into two when they are brought into normal form.
function cut(text: string, longest: number): string {
  const short = [...text].slice(0, Math.floor(longest / 2)).join('')
  return short.trim() === '' ? '水' : short
}

const uuids = fc.uuid({ version: 7 })

function links(ids: readonly string[]): fc.Arbitrary<unknown> {
  const written = phrases().map((text) => ({ id: null, text }))
  if (ids.length === 0) return written
  const id = fc.constantFrom(...ids)
  return fc.oneof(
    { weight: 4, arbitrary: id.map((found) => ({ id: found, text: null })) },
    fc.record({ id, text: phrases() }),
    written,
  )
}

const deadlinePhrases = fc.oneof(
  fc.constantFrom(
    '国庆前',
    '立即整改',
    '长期坚持',
    '2022年10月31日',
    '节前 (2022-09-30)',
    'at once',
    'standing',
  ),
  phrases(),
)

function deadlines(days: fc.Arbitrary<Day>) {
  return fc.oneof(
    { weight: 4, arbitrary: days.map((date) => ({ kind: 'day', date })) },
    fc.constantFrom(...deadlineKinds.slice(1, 3)).map((kind) => ({ kind })),
    deadlinePhrases.map((text) => ({ kind: 'text', text })),
    fc.record({ kind: fc.constant('text'), text: deadlinePhrases, date: days }),
  )
}

function fen(negative: boolean): fc.Arbitrary<string> {
  const most = 10n ** 17n - 1n
  const all = fc.bigInt({ min: negative ? -most : 0n, max: most })
  const few = fc.bigInt({ min: negative ? -1_000n : 0n, max: 1_000n })
  return fc.oneof({ weight: 3, arbitrary: few }, all).map(yuanOf)
}

/** 1 or 1.5 or 1.50 yuan, from fen. */
function yuanOf(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0')
  const cents = digits.slice(-2).replace(/0$/, '').replace(/^$/, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}${amount % 100n === 0n ? '' : `.${cents}`}`
}

function decimals(spec: { decimals?: number; min?: number; max?: number }): fc.Arbitrary<string> {
  const scale = spec.decimals ?? 2
  const least = BigInt(spec.min ?? -1_000) * 10n ** BigInt(scale)
  const most = BigInt(spec.max ?? 1_000) * 10n ** BigInt(scale)
  return fc.bigInt({ min: least, max: most }).map((units) => {
    const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0')
    const whole = digits.slice(0, digits.length - scale)
    return `${units < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${digits.slice(-scale)}`}`
  })
}

function quantities(spec: SpecOf<'quantity'>, stock: Stock): fc.Arbitrary<unknown> {
  const units = typeof spec.units === 'string' ? stock.options(spec.units) : spec.units
  const { decimals: most = 3, negative } = spec
  const amount = decimals({ decimals: most, min: negative === true ? -1_000 : 0 })
  return fc.record({ amount, unit: fc.constantFrom(...units) })
}

const moments = (days: fc.Arbitrary<Day>) =>
  fc
    .tuple(
      days,
      fc.nat({ max: 23 }),
      fc.nat({ max: 59 }),
      fc.constantFrom(0, 0, 7),
      fc.constantFrom('+08:00', 'Z'),
    )
    .map(([day, hour, minute, second, zone]) => {
      // 16:00 in UTC is the next day in Shanghai.
      const clock = [zone === 'Z' ? hour % 16 : hour, minute, second]
        .map((n) => String(n).padStart(2, '0'))
        .join(':')
      return `${day}T${clock}${zone}`
    })

function places(spec: SpecOf<'place'>, stock: Stock): fc.Arbitrary<unknown> {
  const point = fc.record({
    longitude: fc.oneof(
      fc.constantFrom('119.5432', '-180', 0, 119.5),
      decimals({ decimals: 9, min: -180, max: 180 }),
    ),
    latitude: decimals({ decimals: 6, min: -90, max: 90 }),
    datum: fc.constantFrom(...datums),
  })
  const parts = { division: links(stock.ids(spec.within)), address: phrases(), point }
  return fc
    .record(parts, { requiredKeys: [] })
    .map((found) => (Object.keys(found).length === 0 ? { address: '井边' } : found))
}

/** Links to one of several registers, the register said, or not where nothing was found. */
function placedLinks(targets: readonly string[], stock: Stock): fc.Arbitrary<unknown> {
  return fc.constantFrom(...targets).chain((register) =>
    fc.tuple(links(stock.ids(register)), fc.boolean()).map(([link, isSaid]) => {
      const found = link as { id: string | null }
      return { ...found, register: found.id !== null || isSaid ? register : null }
    }),
  )
}

const numberPieces = [
  '汀安办',
  '〔2022〕',
  '[2022]',
  '（2022）',
  '﹝2022﹞',
  ' ',
  '第',
  '015',
  '3',
  '号',
  'Ref',
  '-',
  '—',
]
const documentNumbers = fc
  .array(fc.constantFrom(...numberPieces), { minLength: 1, maxLength: 6 })
  .map((parts) => `${parts.join('')}7号`)

const phones = fc.oneof(
  fc.nat({ max: 99_999_999 }).map((n) => `154${String(n).padStart(8, '0')}`),
  fc.nat({ max: 9_999_999 }).map((n) => `(0512) 0${String(n).padStart(7, '0')}`),
  fc.nat({ max: 999_999 }).map((n) => `０10-00${String(n).padStart(6, '0')}转${(n % 9) + 1}`),
)

/** Inputs that a field must take. A type that is not named here shows what it takes by its examples. */
export function inputsOf(spec: FieldSpec, stock: Stock): fc.Arbitrary<unknown> {
  if (isLinkSpec(spec)) return links(stock.ids(targetOf(spec)))
  switch (spec.type) {
    case 'text':
    case 'serial':
      return phrases().map((text) => cut(text, spec.type === 'text' ? (spec.max ?? 200) : 60))
    case 'longText':
      return fc.array(phrases(), { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
    case 'integer':
      return fc.oneof(
        fc.integer({ min: spec.min ?? -20, max: Math.min(spec.max ?? 20, (spec.min ?? 0) + 20) }),
        fc.integer({ min: spec.min ?? -largest, max: Math.min(spec.max ?? largest, largest) }),
      )
    case 'decimal':
      return decimals(spec)
    case 'quantity':
      return quantities(spec, stock)
    case 'money':
      return fen(spec.negative === true)
    case 'date':
      return stock.days
    case 'dateTime':
      return moments(stock.days)
    case 'month':
      return stock.days.map((day) => day.slice(0, 7))
    case 'quarter':
      return stock.days.map((day) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`)
    case 'deadline':
      return deadlines(stock.days)
    case 'choice':
      return fc.constantFrom(...stock.options(spec.options))
    case 'choices':
      return fc.subarray([...stock.options(spec.options)], { minLength: 1 })
    case 'yesNo':
      return fc.boolean()
    case 'ref':
    case 'party':
      return placedLinks(fieldTypeOf(spec).targets!(spec), stock)
    case 'organs':
    case 'persons':
    case 'refs':
      return fc.array(inputsOf(fieldTypeOf(spec).parts!.fields(spec).link!, stock), {
        minLength: 1,
        maxLength: 3,
      })
    case 'derived':
      return inputsOf(spec.as, stock)
    case 'rows':
      return rowsOf(spec, stock)
    case 'place':
      return places(spec, stock)
    case 'documentNumber':
      return documentNumbers
    case 'phone':
      return phones
    case 'files':
      return fc.array(uuids, { minLength: 1, maxLength: Math.min(3, spec.max ?? 3) })
    default:
      return examplesOf(spec, stock)
  }
}

/** Rows in which something is known; a field that may be unknown often is. */
function rowsOf(spec: SpecOf<'rows'>, stock: Stock): fc.Arbitrary<unknown> {
  const { min = 1, max = 3, fields } = spec
  const each = Object.entries(fields).map(([name, field]) => {
    const input = inputsOf(field, stock)
    return [name, field.required === true ? input : fc.option(input, { freq: 2, nil: null })] as const
  })
  const row = fc
    .record(Object.fromEntries(each))
    .filter((found) => Object.values(found).some((value) => value !== null))
  return fc.array(row, { minLength: min, maxLength: Math.max(min, Math.min(3, max)) })
}

/** The examples of a type that fit this declaration. */
function examplesOf(spec: FieldSpec, stock: Stock): fc.Arbitrary<unknown> {
  const type = fieldTypeOf(spec)
  const env = { today: '2999-12-31', options: stock.options }
  const values = type.examples.flatMap((example) => example.values)
  return fc.constantFrom(...values.filter((value) => type.check(value, spec, env).ok))
}
