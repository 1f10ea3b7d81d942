import type { Day } from '../calendar/index.ts'
import { compareKeys, type FieldKey, fieldTypeOf, type Part, type Scalar } from '../fields/index.ts'
import type { Bound, Filter, OrderTest, Test } from './filter.ts'
import { keyKind, partsOf, type Readable } from './readable.ts'

/** The keys of one record, by field; `state` among them. */
export type KeyOf = (field: string) => FieldKey

/** Does a record pass a filter? Two-valued, exactly as the SQL of it. `asOf` is the day of the figure. */
export function matches(of: Readable, filter: Filter, keyOf: KeyOf, asOf?: Day): boolean {
  if ('all' in filter) return filter.all.every((part) => matches(of, part, keyOf, asOf))
  if ('any' in filter) return filter.any.some((part) => matches(of, part, keyOf, asOf))
  if ('not' in filter) return !matches(of, filter.not, keyOf, asOf)
  const key = keyOf(filter.field)
  if (key === null) return false
  return typeof key === 'object'
    ? partsPass(of, filter.field, filter.test, key, asOf)
    : passes(of, filter.field, filter.test, key, asOf)
}

function partsPass(of: Readable, field: string, test: Test, parts: readonly Part[], asOf?: Day): boolean {
  if (test.is === 'known') return true
  if (test.is === 'size') return inOrder(test.test, parts.length - test.count)
  const { key, ...row } = partsOf(of.fields[field]!.spec)!
  const where: Filter | undefined =
    test.is === 'some' ? test.where : key === undefined ? undefined : { field: key, test }
  const over = { ...row, isBelow: of.isBelow }
  return where !== undefined && parts.some((part) => matches(over, where, keyOfPart(row, part), asOf))
}

/** The keys of one part, by its field. */
export function keyOfPart(row: Readable, part: Part): KeyOf {
  return (field) => {
    const value = part[field] ?? null
    return value === null ? null : fieldTypeOf(row.fields[field]!.spec).key.of(value)
  }
}

function passes(of: Readable, field: string, test: Test, key: Exclude<Scalar, null>, asOf?: Day): boolean {
  const kind = keyKind(of, field)
  if (test.is === 'known') return true
  if (test.is === 'some') return false
  if (test.is === 'size') return inOrder(test.test, idsIn(key).length - test.count)
  if (test.is === 'under' && 'record' in test) return below(of)(String(key), test.record)
  if (test.is === 'under') return idsIn(key).some((id) => isUnder(id, test.option))
  if (test.is === 'has') return foldCase(String(key)).includes(foldCase(test.text))
  if (test.is === 'oneOf' && kind === 'set') return idsIn(key).some((id) => test.values.includes(id))
  if (test.is === 'oneOf') return test.values.some((value) => compareKeys(kind, key, value) === 0)
  return inOrder(test.is, compareKeys(kind, key, boundValue(test.bound, asOf)))
}

function below({ isBelow }: Readable): (id: string, ancestor: string) => boolean {
  if (isBelow === undefined) throw new Error('a filter that asks what stands below was read without a tree')
  return isBelow
}

/** Of one option or of several. */
const idsIn = (key: Exclude<Scalar, null>) => String(key).split(',')

/** Is it the option itself, or one below it? */
export function isUnder(option: string, above: string): boolean {
  return option === above || option.startsWith(`${above}/`)
}

function boundValue(bound: Bound, asOf: Day | undefined): Exclude<Scalar, null> {
  if (typeof bound !== 'object') return bound
  if (asOf === undefined) throw new Error('a filter that speaks of asOf was read without one')
  return asOf
}

function inOrder(test: OrderTest, order: number): boolean {
  if (test === 'before') return order < 0
  if (test === 'upTo') return order <= 0
  return test === 'from' ? order >= 0 : order > 0
}

// ASCII only: what every PostgreSQL folds alike, whatever its locale.
function foldCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
