import { fieldTypeOf, type OptionsOf, readKey, type Scalar } from '../fields/index.ts'
import { bad, ok, type Problem, problem, type Result } from '../problem/index.ts'
import { type Bound, type Filter, type OrderTest, orderTests, type Test } from './filter.ts'
import { keyKind, keyOf, partsOf, type Readable } from './readable.ts'

interface Reading {
  of: Readable
  options?: OptionsOf
  problems: Problem[]
  depth: number
}

type Known = Exclude<Scalar, null>

// Deep enough for a person, shallow enough for the stack.
const deepest = 8
const most = 200

/**
 * Reads an unknown input as a filter over a register, with all problems at once (`badFilter`, by field).
 * Where the option lists are known, a choice is compared with their options only: a misspelt one would
 * never match and nobody would see why.
 */
export function readFilter(of: Readable, input: unknown, options?: OptionsOf): Result<Filter> {
  const reading: Reading = { of, options, problems: [], depth: 0 }
  const filter = readPart(reading, input)
  return reading.problems.length === 0 ? ok(filter) : bad(...reading.problems)
}

function refuse(reading: Reading, field: string, why: string): Filter {
  reading.problems.push(problem('badFilter', field, { why }))
  return { all: [] }
}

function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}

function readPart(reading: Reading, input: unknown): Filter {
  if (!isObject(input)) return refuse(reading, 'filter', 'notAnObject')
  if (reading.depth >= deepest) return refuse(reading, 'filter', 'tooDeep')
  const deeper = { ...reading, depth: reading.depth + 1 }
  const parts = Object.entries(input).map(([key, condition]): Filter => {
    if (key === 'all') return { all: readParts(deeper, key, condition) }
    if (key === 'any') return { any: readParts(deeper, key, condition) }
    if (key === 'not') return { not: readPart(deeper, condition) }
    return readCondition(reading, key, condition)
  })
  return parts.length === 1 ? parts[0]! : { all: parts }
}

function readParts(reading: Reading, key: string, input: unknown): Filter[] {
  if (!Array.isArray(input) || input.length > most) {
    refuse(reading, key, 'notAList')
    return []
  }
  // Not `map`, which would leave the holes of a list as they are.
  return Array.from(input, (part) => readPart(reading, part))
}

function readCondition(reading: Reading, field: string, condition: unknown): Filter {
  const isField = field === 'state' ? reading.of.states.length > 0 : Object.hasOwn(reading.of.fields, field)
  if (!isField) return refuse(reading, field, 'unknownField')
  if (condition === null) return { not: { field, test: { is: 'known' } } }
  if (Array.isArray(condition)) return readOneOf(reading, field, condition)
  if (!isObject(condition)) return readOneOf(reading, field, [condition])
  // No test at all would let everything pass.
  if (Object.keys(condition).length === 0) return refuse(reading, field, 'wrongTest')
  const tests = Object.entries(condition).map(([name, value]) => readTest(reading, field, name, value))
  return tests.length === 1 ? tests[0]! : { all: tests }
}

function readOneOf(reading: Reading, field: string, values: unknown[]): Filter {
  if (values.length > most) return refuse(reading, field, 'tooMany')
  const known = values.filter((value) => value !== null)
  const keys = known.map((value) => keyIn(reading, field, value)).filter((key) => key !== undefined)
  if (keys.length < known.length) return refuse(reading, field, 'wrongValue')
  const oneOf: Filter = { field, test: { is: 'oneOf', values: keys } }
  return known.length === values.length ? oneOf : { any: [oneOf, { not: { field, test: { is: 'known' } } }] }
}

function readTest(reading: Reading, field: string, name: string, value: unknown): Filter {
  if (name === 'size') return readSize(reading, field, value)
  if (name === 'some') return readSome(reading, field, value)
  const test = testOf(reading, field, name, value)
  if (test === undefined) return refuse(reading, field, 'wrongTest')
  return name === 'known' && value === false ? { not: { field, test } } : { field, test }
}

function testOf(reading: Reading, field: string, name: string, value: unknown): Test | undefined {
  const { of } = reading
  if (name === 'known') return typeof value === 'boolean' ? { is: 'known' } : undefined
  if (name === 'has') return hasTest(of, field, value)
  if (name === 'under') return underTest(reading, field, value)
  const isOrdered = !['boolean', 'set', 'parts'].includes(keyKind(of, field)) && field !== 'state'
  if (!orderTests.includes(name as OrderTest) || !isOrdered) return undefined
  const isAsOf = value === 'asOf' && keyOf(of, field)?.isDay === true
  const bound: Bound | undefined = isAsOf ? { asOf: true } : keyIn(reading, field, value)
  return bound === undefined ? undefined : { is: name as OrderTest, bound }
}

/** How many parts there are; what has none is unknown, and has no size. */
function readSize(reading: Reading, field: string, given: unknown): Filter {
  const tests = isObject(given) ? Object.entries(given) : [['from', given] as const, ['upTo', given] as const]
  const isRight = ([test, count]: readonly [string, unknown]) =>
    orderTests.includes(test as OrderTest) && Number.isInteger(count) && Math.abs(count as number) < 2 ** 31
  const hasSize = ['set', 'parts'].includes(keyKind(reading.of, field))
  if (!hasSize || tests.length === 0 || !tests.every(isRight)) return refuse(reading, field, 'wrongTest')
  const sizes = tests.map(([test, count]): Filter => {
    return { field, test: { is: 'size', test: test as OrderTest, count: count as number } }
  })
  return sizes.length === 1 ? sizes[0]! : { all: sizes }
}

/** A filter over the fields of a row. Its problems are told at the row's field: `items.price`. */
function readSome(reading: Reading, field: string, given: unknown): Filter {
  const row = field === 'state' ? undefined : partsOf(reading.of.fields[field]!.spec)
  // Several links are asked by their ids: a row of theirs has no name that a filter could say.
  if (row === undefined || row.key !== undefined) return refuse(reading, field, 'wrongTest')
  const within: Reading = { ...reading, of: row, problems: [], depth: reading.depth + 1 }
  const where = readPart(within, given)
  reading.problems.push(...within.problems.map((found) => ({ ...found, field: `${field}.${found.field}` })))
  return { field, test: { is: 'some', where } }
}

/** An option and those below it; or of links, a record of a tree and those below it. */
function underTest(reading: Reading, field: string, value: unknown): Test | undefined {
  const spec = field === 'state' ? undefined : reading.of.fields[field]!.spec
  const trees = spec === undefined ? undefined : fieldTypeOf(spec).targets?.(spec)
  const id = trees === undefined ? undefined : keyIn(reading, field, value)
  if (trees !== undefined) return typeof id === 'string' ? { is: 'under', record: id, trees } : undefined
  const option = keyOf(reading.of, field)?.options === undefined ? undefined : keyIn(reading, field, value)
  return typeof option === 'string' ? { is: 'under', option } : undefined
}

/** A phrase that its field would never keep (brackets, of a document's number) would be found everywhere. */
function hasTest(of: Readable, field: string, value: unknown): Test | undefined {
  const text = isPhrase(value) ? keyOf(of, field)?.phrase?.(value) : undefined
  return text === undefined || text === '' ? undefined : { is: 'has', text }
}

function isPhrase(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 200 && !/\p{Surrogate}|\0/u.test(value)
}

/** The key that a value of a filter means; undefined when the field has none like it. */
function keyIn({ of, options }: Reading, field: string, value: unknown): Known | undefined {
  if (field === 'state') return typeof value === 'string' && of.states.includes(value) ? value : undefined
  const { spec } = of.fields[field]!
  const list = keyOf(of, field)?.options?.(spec)
  if (list !== undefined && options !== undefined)
    return typeof value === 'string' && options(list)?.includes(value) === true ? value : undefined
  return readKey(spec, value)
}
