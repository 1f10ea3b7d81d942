import fc from 'fast-check'
import { type FieldSpec, fieldTypeOf, readKey } from '../../fields/index.ts'
import { inputsOf, phrases, type Stock } from '../../fields/testing/inputs.ts'
import { orderTests } from '../filter.ts'
import {
  type Filter,
  type FilterSpec,
  isOrdered,
  keyKind,
  partsOf,
  type Readable,
  readFilter,
} from '../index.ts'

/** What is written in a filter, and how deep it may nest. */
export interface FilterShape {
  /** Tests against the day of a figure, in the conjunction at the top: the only place where they have a meaning. */
  asOf?: boolean
  depth?: number
}

/** A value that a test of this field may name, often one that records have; undefined where there is none. */
function operands(of: Readable, field: string, stock: Stock): fc.Arbitrary<unknown> | undefined {
  if (field === 'state') return fc.constantFrom(...of.states)
  const spec: FieldSpec = of.fields[field]!.spec
  const { key, check, targets } = fieldTypeOf(spec)
  if (
    spec.type === 'files' ||
    spec.type === 'rows' ||
    (key.kind === 'decimal' && readKey(spec, '1') === undefined)
  )
    return undefined
  if (key.isDay === true) return stock.days
  const list = key.options?.(spec)
  if (list !== undefined) return fc.constantFrom(...stock.options(list))
  const ids = (targets?.(spec) ?? []).flatMap(stock.ids)
  if (ids.length > 0) return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, fc.uuid())
  if (targets !== undefined) return fc.uuid()
  const env = { today: '2999-12-31', options: stock.options }
  return inputsOf(spec, stock).map((input) => {
    const checked = check(input, spec, env)
    return checked.ok ? key.of(checked.value) : input
  })
}

/** A phrase to look for: signs that LIKE reads, one letter in either case, a piece of what records say. */
const wanted = fc.oneof(
  fc.constantFrom(
    '水',
    '%',
    '_',
    '\\',
    'T',
    'tAP',
    'ß',
    'i',
    'İ',
    'K',
    '\u212A',
    '𠮷',
    '\uFB00',
    '{',
    "'",
    ' ',
    '15',
    '（2022）',
    '0512-0',
    '154 0',
    'ma9',
    '〔〕',
  ),
  phrases(2),
)

/** Every condition that a field may have, as it is written. */
function conditions(of: Readable, field: string, stock: Stock): fc.Arbitrary<unknown> {
  const known = fc.oneof(fc.constant(null), fc.record({ known: fc.boolean() }))
  const common = [known, ...sizes(of, field), ...some(of, field, stock), ...under(of, field, stock)]
  const value = operands(of, field, stock)
  if (value === undefined) return fc.oneof(...common)
  const several = fc.array(fc.oneof({ weight: 5, arbitrary: value }, fc.constant(null)), { maxLength: 3 })
  const ordered = field !== 'state' && !['boolean', 'set', 'parts'].includes(keyKind(of, field))
  const phrase = field === 'state' ? undefined : fieldTypeOf(of.fields[field]!.spec).key.phrase
  const words = wanted.filter((text) => (phrase?.(text) ?? '') !== '')
  return fc.oneof(
    value,
    several,
    ...common,
    ...(ordered ? [tests(value), tests(value)] : []),
    ...(phrase === undefined
      ? []
      : [words.map((has) => ({ has })), words.map((has) => ({ has, known: true }))]),
  )
}

const few = fc.integer({ min: -1, max: 4 })

function sizes(of: Readable, field: string): fc.Arbitrary<unknown>[] {
  if (!['set', 'parts'].includes(keyKind(of, field))) return []
  return [fc.oneof(few, tests(few)).map((size) => ({ size }))]
}

/** Filters over the fields of a row. */
function some(of: Readable, field: string, stock: Stock): fc.Arbitrary<unknown>[] {
  if (field === 'state' || of.fields[field]!.spec.type !== 'rows') return []
  return [nested(partsOf(of.fields[field]!.spec)!, stock, 1).map((where) => ({ some: where }))]
}

function under(of: Readable, field: string, stock: Stock): fc.Arbitrary<unknown>[] {
  if (field === 'state') return []
  const { spec } = of.fields[field]!
  const list = fieldTypeOf(spec).key.options?.(spec)
  return list === undefined ? [] : [fc.record({ under: fc.constantFrom(...stock.options(list)) })]
}

function tests(bound: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const pair = fc.tuple(fc.constantFrom(...orderTests), bound)
  return fc.array(pair, { minLength: 1, maxLength: 2 }).map((pairs) => Object.fromEntries(pairs))
}

function fieldTests(of: Readable, stock: Stock): fc.Arbitrary<FilterSpec> {
  const fields = [...(of.states.length === 0 ? [] : ['state']), ...Object.keys(of.fields)]
  const one = fc
    .constantFrom(...fields)
    .chain((field) => conditions(of, field, stock).map((condition): FilterSpec => ({ [field]: condition })))
  const two = fc.tuple(one, one).map(([a, b]): FilterSpec => ({ ...a, ...b }))
  return fc.oneof({ weight: 3, arbitrary: one }, two)
}

/** Filters as they are written in a pack or a request; every one is accepted by `readFilter`. */
export function filterSpecs(of: Readable, stock: Stock, shape: FilterShape = {}): fc.Arbitrary<FilterSpec> {
  const plain = nested(of, stock, shape.depth ?? 2)
  if (shape.asOf !== true) return plain
  return fc.tuple(plain, fc.array(asOfTests(of), { maxLength: 2 })).chain(([rest, bounds]) =>
    // Beside each other, or one all further down: both are the top, since all must hold.
    fc.constantFrom<FilterSpec>({ all: [...bounds, rest] }, { all: [{ all: bounds }, rest] }),
  )
}

function nested(of: Readable, stock: Stock, depth: number): fc.Arbitrary<FilterSpec> {
  const leaf = fieldTests(of, stock)
  if (depth === 0) return leaf
  const deeper = nested(of, stock, depth - 1)
  const parts = fc.array(deeper, { maxLength: 3 })
  return fc.oneof(
    { weight: 4, arbitrary: leaf },
    parts.map((all) => ({ all })),
    parts.map((any) => ({ any })),
    deeper.map((not) => ({ not })),
    fc.tuple(leaf, parts, deeper).map(([beside, any, not]) => ({ ...beside, any, not })),
  )
}

function asOfTests(of: Readable): fc.Arbitrary<FilterSpec> {
  const days = Object.keys(of.fields).filter(
    (field) => fieldTypeOf(of.fields[field]!.spec).key.isDay === true,
  )
  if (days.length === 0) return fc.constant({})
  return fc
    .tuple(fc.constantFrom(...days), fc.constantFrom(...orderTests))
    .map(([field, test]) => ({ [field]: { [test]: 'asOf' } }))
}

/** Filters that have been read, for those who want no notation. */
export function filters(of: Readable, stock: Stock, shape: FilterShape = {}): fc.Arbitrary<Filter> {
  return filterSpecs(of, stock, shape).map((spec) => readOrFail(of, spec))
}

/** A filter that must be right. */
export function readOrFail(of: Readable, spec: FilterSpec): Filter {
  const filter = readFilter(of, spec)
  if (!filter.ok) throw new Error(`${JSON.stringify(spec)}: ${JSON.stringify(filter.problems)}`)
  return filter.value
}

/** Orders as they are written: up to three fields, some of them descending. */
export function orders(of: Readable): fc.Arbitrary<string[]> {
  const names = ['state', ...Object.keys(of.fields)].filter((name) => isOrdered(of, name))
  const step = fc
    .tuple(fc.constantFrom(...names), fc.boolean())
    .map(([name, down]) => (down ? `-${name}` : name))
  return fc.array(step, { maxLength: 3 })
}
