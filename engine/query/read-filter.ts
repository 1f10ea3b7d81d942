import { isDay } from '../calendar/index.ts'
import { type FieldSpec, fieldTypeOf, isLinkSpec, isUuid, type Scalar } from '../fields/index.ts'
import { bad, ok, type Problem, problem, type Result } from '../problem/index.ts'
import { type Bound, type Filter, type OrderTest, orderTests, type Test } from './filter.ts'

/** What a filter may speak of: the fields of a register and its states. */
export interface Readable {
  fields: Record<string, { spec: FieldSpec }>
  states: readonly string[]
}

/** The ids of an option list; undefined when there is no such list. */
type OptionsOf = (list: string) => readonly string[] | undefined

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
  const isField = field === 'state' || Object.hasOwn(reading.of.fields, field)
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
  if (!known.every((value) => fits(reading, field, value))) return refuse(reading, field, 'wrongValue')
  const oneOf: Filter = { field, test: { is: 'oneOf', values: known as Known[] } }
  return known.length === values.length ? oneOf : { any: [oneOf, { not: { field, test: { is: 'known' } } }] }
}

function readTest(reading: Reading, field: string, name: string, value: unknown): Filter {
  const test = testOf(reading, field, name, value)
  if (test === undefined) return refuse(reading, field, 'wrongTest')
  return name === 'known' && value === false ? { not: { field, test } } : { field, test }
}

function testOf(reading: Reading, field: string, name: string, value: unknown): Test | undefined {
  const { of } = reading
  const kind = keyKind(of, field)
  if (name === 'known') return typeof value === 'boolean' ? { is: 'known' } : undefined
  if (name === 'has')
    return isSearchable(of, field) && isPhrase(value) ? { is: 'has', text: value } : undefined
  if (!orderTests.includes(name as OrderTest) || kind === 'boolean' || field === 'state') return undefined
  const bound: Bound | undefined =
    value === 'asOf' && isDated(of, field) ? { asOf: true } : fits(reading, field, value) ? value : undefined
  return bound === undefined ? undefined : { is: name as OrderTest, bound }
}

function isPhrase(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 200 && !/\p{Surrogate}|\0/u.test(value)
}

/** The kind of key that a field is compared by. */
export function keyKind(of: Readable, field: string): 'text' | 'integer' | 'decimal' | 'boolean' {
  return field === 'state' ? 'text' : fieldTypeOf(of.fields[field]!.spec).key.kind
}

function isDated(of: Readable, field: string): boolean {
  const type = of.fields[field]?.spec.type
  return type === 'date' || type === 'deadline'
}

function isSearchable(of: Readable, field: string): boolean {
  const type = of.fields[field]?.spec.type
  return type === 'text' || type === 'longText' || type === 'serial'
}

function fits({ of, options }: Reading, field: string, value: unknown): value is Known {
  if (field === 'state') return typeof value === 'string' && of.states.includes(value)
  const { spec } = of.fields[field]!
  if (isLinkSpec(spec)) return isUuid(value)
  if (isDated(of, field)) return isDay(value)
  if (spec.type === 'choice' && options !== undefined) {
    return typeof value === 'string' && options(spec.options)?.includes(value) === true
  }
  const kind = keyKind(of, field)
  if (kind === 'boolean') return typeof value === 'boolean'
  if (kind === 'integer') return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31
  if (kind === 'decimal') return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,2})?$/.test(value)
  return spec.type !== 'files' && typeof value === 'string' && !/\p{Surrogate}|\0/u.test(value)
}
