import type { Condition, FigureTest } from '../condition.ts'
import type { ConditionSpec } from '../notation/index.ts'

// Deep enough for a person, shallow enough for the stack; as of filters.
const deepest = 8
const exact = /^-?\d{1,18}(\.\d{1,12})?$/
const orders = ['before', 'upTo', 'from', 'after'] as const

/** Reads a condition over figures; `wrong` is told every key under which nothing can be read. */
export function readCondition(spec: ConditionSpec, wrong: (key: string) => void): Condition {
  return readPart(spec, { wrong, depth: 0, key: 'when' })
}

interface Reading {
  wrong: (key: string) => void
  depth: number
  key: string
}

function readPart(spec: unknown, { wrong, depth, key }: Reading): Condition {
  const entries = isObject(spec) && depth < deepest ? Object.entries(spec) : []
  // Nothing to hold would hold always.
  if (entries.length === 0) wrong(key)
  const parts = entries.map(([name, given]): Condition => {
    const deeper = { wrong, depth: depth + 1, key: name }
    if (name === 'all') return { all: readParts(given, deeper) }
    if (name === 'any') return { any: readParts(given, deeper) }
    return name === 'not' ? { not: readPart(given, deeper) } : readTests(name, given, wrong)
  })
  return parts.length === 1 ? parts[0]! : { all: parts }
}

function readParts(given: unknown, reading: Reading): Condition[] {
  if (Array.isArray(given) && given.length > 0) return given.map((part) => readPart(part, reading))
  reading.wrong(reading.key)
  return []
}

function readTests(figure: string, given: unknown, wrong: (key: string) => void): Condition {
  const tests = Object.entries(isObject(given) ? given : { equals: given })
  const read = tests.map(([name, value]) => readTest(figure, name, value))
  const known = read.filter((test) => test !== undefined)
  if (known.length < read.length || read.length === 0) wrong(figure)
  return known.length === 1 ? known[0]! : { all: known }
}

function readTest(figure: string, name: string, value: unknown): Condition | undefined {
  if (name === 'known' && typeof value === 'boolean') {
    const known: Condition = { figure, test: { is: 'known' } }
    return value ? known : { not: known }
  }
  const is = (['equals', ...orders] as const).find((order) => order === name)
  const isNumber = (typeof value === 'number' || typeof value === 'string') && exact.test(String(value))
  if (is === undefined || !isNumber) return undefined
  const test: FigureTest = { is, value: String(value) }
  return { figure, test }
}

function isObject(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}
