import Big from 'big.js'
import { bad, ok, problem, type Result } from '../problem/index.ts'
import { exactly } from './decimal.ts'
import type { CommonSpec, FieldType, OptionsOf, ShowEnv } from './field-type.ts'
import { plainNumeral, tidy } from './numeral.ts'

export interface QuantitySpec extends CommonSpec {
  type: 'quantity'
  /** The id of an option list, or the units themselves as they are printed (千克, 只). */
  units: string | string[]
  /** How many decimals there may be, 0 to 6; 3 unless said. */
  decimals?: number
  /** Below 0 is refused unless said. */
  negative?: boolean
}

/** How much of what: the amount as exact text without idle zeros. Amounts of two units are never added. */
export interface Quantity {
  amount: string
  unit: string
}

/** The units that a value may have, in the order in which they are offered. */
export function unitsOf({ units }: QuantitySpec, options: OptionsOf): readonly string[] {
  return typeof units === 'string' ? (options(units) ?? []) : units
}

/** A unit as it is printed. */
export function unitWord(unit: string, { units }: QuantitySpec, env: Pick<ShowEnv, 'word'>): string {
  const key = typeof units === 'string' ? `option.${units}.${unit}` : `unit.${unit}`
  const word = env.word(key)
  return word === key ? unit : word
}

function check(input: unknown, spec: QuantitySpec, env: { options: OptionsOf }): Result<Quantity> {
  const { amount, unit } = (typeof input === 'object' && input !== null ? input : {}) as Record<
    string,
    unknown
  >
  const { decimals = 3, negative = false } = spec
  const number = exactly(amount, decimals)
  if (number === undefined) return bad(problem('notDecimal', undefined, { decimals }))
  if (number.lt(0) && !negative) return bad(problem('outOfRange', undefined, { min: 0 }))
  if (typeof unit !== 'string' || !unitsOf(spec, env.options).includes(unit)) return bad(problem('notOption'))
  return ok({ amount: number.eq(0) ? '0' : number.toFixed(), unit })
}

function show({ amount, unit }: Quantity, spec: QuantitySpec, env: Pick<ShowEnv, 'word'>): string {
  const word = unitWord(unit, spec, env)
  return /^[\x21-\x7E]/.test(word) ? `${amount} ${word}` : `${amount}${word}`
}

/** The unit stands behind the amount; where there is only one it may be left out. */
function parse(text: string, spec: QuantitySpec, env: ShowEnv & { options: OptionsOf }): Result<Quantity> {
  const cell = tidy(text)
  const units = unitsOf(spec, env.options)
  const known = units.flatMap((unit) =>
    [unit, unitWord(unit, spec, env)].map((name) => [name, unit] as const),
  )
  const longestFirst = known.sort(([a], [b]) => b.length - a.length)
  for (const [name, unit] of longestFirst) {
    if (!cell.endsWith(tidy(name))) continue
    const amount = plainNumeral(cell.slice(0, -tidy(name).length))
    if (/^-?[\d.]+$/.test(amount)) return check({ amount, unit }, spec, env)
  }
  return check({ amount: plainNumeral(cell), unit: units.length === 1 ? units[0] : undefined }, spec, env)
}

/** With one unit a filter may name an amount; with several it would compare what cannot be compared. */
function readAmount(given: unknown, spec: QuantitySpec): string | undefined {
  if (typeof spec.units === 'string' || spec.units.length > 1) return undefined
  return exactly(given, spec.decimals ?? 3)?.toFixed()
}

/** An amount with its unit. Ordered by the amount. */
export const quantity: FieldType<QuantitySpec, Quantity> = {
  says: { units: 'units', decimals: 'decimals', negative: 'flag' },
  examples: [
    {
      spec: { type: 'quantity', units: ['千克', 'kg', '只', '20 L 桶'] },
      values: [
        { amount: '12.5', unit: '千克' },
        { amount: '3', unit: '20 L 桶' },
        { amount: '40', unit: 'kg' },
      ],
    },
    { spec: { type: 'quantity', units: ['只'], decimals: 0 }, values: [{ amount: '7', unit: '只' }] },
    { spec: { type: 'quantity', units: 'grade' }, values: [{ amount: '0.25', unit: 'minor' }] },
  ],
  columns: () => [
    { suffix: '', type: 'numeric' },
    { suffix: '_unit', type: 'text' },
  ],
  key: { suffix: '', kind: 'decimal', of: ({ amount }) => amount, read: readAmount },
  sum: { unit: { suffix: '_unit', of: ({ unit }) => unit, among: unitsOf } },
  check,
  compare: (a, b) => new Big(a.amount).cmp(new Big(b.amount)),
  show,
  parse,
  toColumns: ({ amount, unit }) => [amount, unit],
  fromColumns: ([amount, unit]) =>
    typeof amount === 'string' && typeof unit === 'string' ? { amount, unit } : null,
  schema: (spec, env) => ({
    type: 'object',
    required: ['amount', 'unit'],
    properties: { amount: { type: 'string' }, unit: { enum: unitsOf(spec, env.options) } },
  }),
}
