import Big from 'big.js'
import { type Day, daysBetween, isDay } from '../calendar/index.ts'
import { type CheckEnv, type DerivedSpec, fieldTypeOf } from '../fields/index.ts'
import { envOf, type Pack, type Register } from '../pack/index.ts'
import type { Problem } from '../problem/index.ts'
import { keyOfValue, type Values } from './record.ts'

export interface Derived {
  values: Values
  problems: Problem[]
}

export const unchanged: Derived = { values: {}, problems: [] }

/**
 * What follows from the values of a record, in the order in which its register declares it, so that one may follow
 * from another. Gives only what is other than before.
 */
export function derivedValues(
  { pack, register, today }: { pack: Pack; register: Register; today: Day },
  values: Values,
): Derived {
  const derived: Derived = { values: {}, problems: [] }
  const env = envOf(pack, today)
  for (const { id, spec } of Object.values(register.fields)) {
    if (spec.type !== 'derived') continue
    const found = { ...values, ...derived.values }
    const value = derive(register, spec, found, env)
    if (value === null) {
      if ((values[id] ?? null) !== null) derived.values[id] = null
      continue
    }
    // It may be more than its field can hold.
    const checked = fieldTypeOf(spec).check(value, spec, env)
    if (checked.ok) derived.values[id] = checked.value
    else derived.problems.push(...checked.problems.map((wrong) => ({ ...wrong, field: id })))
  }
  return derived
}

/** null where anything that it follows from is unknown. */
function derive(register: Register, spec: DerivedSpec, values: Values, env: CheckEnv): unknown {
  const { as, from } = spec
  if ('sum' in from) return sumOf(keysAt(register, values, from.sum), as.type)
  if ('daysBetween' in from) return daysOf(from.daysBetween.map((name) => keyOfValue(register, values, name)))
  const options = as.type === 'choice' ? (env.options(as.options) ?? []) : []
  if ('highest' in from)
    return highestOf(
      options,
      from.highest.flatMap((name) => keysAt(register, values, name)),
    )
  const reached = Object.entries(from.threshold).map(([name, least]) =>
    reachedBy(keyOfValue(register, values, name), least, options),
  )
  // Below every threshold there is nothing to say.
  return reached.includes(null) ? null : highestOf(options, reached.flat())
}

/** The keys of a field, or of the field of all its rows (`items.price`); of rows that are not there, one that is unknown. */
function keysAt(register: Register, values: Values, path: string): unknown[] {
  const [name, inner] = path.split('.') as [string, string?]
  const key = keyOfValue(register, values, name)
  if (inner === undefined || key === null) return [key]
  const { fields } = fieldTypeOf(register.fields[name]!.spec).parts!
  const spec = fields(register.fields[name]!.spec)[inner]!
  return (key as readonly Values[]).map((row) => {
    const value = row[inner] ?? null
    return value === null ? null : fieldTypeOf(spec).key.of(value)
  })
}

function sumOf(keys: readonly unknown[], as: string): string | number | null {
  if (keys.includes(null)) return null
  const sum = keys.reduce((all: Big, key) => all.plus(String(key)), new Big(0))
  return as === 'integer' ? sum.toNumber() : sum.toFixed()
}

function daysOf([from, to]: unknown[]): number | null {
  if (!isDay(from) || !isDay(to)) return null
  return daysBetween(from, to)
}

function highestOf(options: readonly string[], chosen: readonly unknown[]): string | null {
  if (chosen.includes(null)) return null
  return options.findLast((option) => chosen.includes(option)) ?? null
}

/** The options whose least a number reaches; null when the number is unknown. */
function reachedBy(
  key: unknown,
  least: Readonly<Record<string, number>>,
  options: readonly string[],
): string[] | null {
  if (key === null) return null
  const number = new Big(String(key))
  return options.filter((option) => Object.hasOwn(least, option) && number.gte(least[option]!))
}
