import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay } from '../calendar/index.ts'
import { composePacks, envOf, languages } from '../pack/index.ts'
import {
  type Column,
  compareKeys,
  type FieldSpec,
  fieldTypeOf,
  fieldTypes,
  isUuid,
  type Link,
} from './index.ts'
import { hostile } from './testing/hostile.ts'
import { inputsOf, type Stock, someDays } from './testing/inputs.ts'

const grades = ['minor', 'serious', 'other']
const composed = composePacks([
  {
    id: 'letters',
    version: '1',
    buildsOn: [],
    options: { grade: grades },
    words: {
      // Full-width signs and a Roman numeral of one character: what a cell's tidying may take apart.
      zh: {
        'option.grade.minor': '一般（Ⅱ级）',
        'option.grade.serious': '重大',
        'option.grade.other': '其他：另填',
      },
      en: { 'option.grade.minor': 'minor', 'option.grade.serious': 'Serious', 'option.grade.other': 'other' },
    },
  },
])
if (!composed.ok) throw new Error(JSON.stringify(composed.problems))
const pack = composed.value
const today = '2022-10-31'
const env = envOf(pack, today)
const ids = ['1', '2', 'f'].map((n) => `0190a6f0-0000-7000-8000-00000000000${n}`)
const stock: Stock = { options: () => grades, ids: () => ids, days: someDays('2021-12-01', 335) }

/** One entry per way of declaring a field; every type occurs. */
const specs: FieldSpec[] = [
  { type: 'text' },
  { type: 'text', max: 400 },
  { type: 'longText' },
  { type: 'integer' },
  { type: 'integer', min: 1, max: 500 },
  { type: 'integer', min: 0, max: 9_000_000_000 },
  { type: 'money' },
  { type: 'money', negative: true },
  { type: 'date' },
  { type: 'date', notAfter: 'today' },
  { type: 'deadline' },
  { type: 'choice', options: 'grade' },
  { type: 'yesNo' },
  { type: 'organ' },
  { type: 'person' },
  { type: 'ref', to: 'person' },
  { type: 'files' },
  { type: 'files', accept: 'image', max: 2 },
  { type: 'serial', format: 'YD-{year}-{n}' },
]

/** What the database can hold in a column of this type. */
function fits(column: Column, cell: unknown): boolean {
  if (cell === null) return true
  if (column.type === 'text') return typeof cell === 'string' && !/\0|\p{Surrogate}/u.test(cell)
  if (column.type === 'integer') return Number.isInteger(cell) && Math.abs(cell as number) <= 2_147_483_647
  if (column.type === 'numeric(18,2)') return typeof cell === 'string' && /^-?\d{1,16}\.\d{2}$/.test(cell)
  if (column.type === 'date') return isDay(cell)
  if (column.type === 'boolean') return typeof cell === 'boolean'
  if (column.type === 'uuid') return isUuid(cell)
  return Array.isArray(cell) && cell.length > 0 && Array.from(cell).every(isUuid)
}

/** Which values a cell of a spreadsheet brings back whole: a link that was found is printed by its title. */
function isReadBack(spec: FieldSpec, value: unknown): boolean {
  const isLink = ['organ', 'person', 'ref'].includes(spec.type)
  return !isLink || (value as Link).id === null
}

it('covers every type there is', () => {
  expect(new Set(specs.map(({ type }) => type))).toEqual(new Set(Object.keys(fieldTypes)))
})

describe.each(specs.map((spec) => [JSON.stringify(spec), spec] as const))('%s', (_name, spec) => {
  const type = fieldTypeOf(spec)
  const inputs = inputsOf(spec, stock)
  const checkedOf = (input: unknown) => {
    const checked = type.check(input, spec, env)
    if (!checked.ok) throw new Error(`refused ${JSON.stringify(input)}: ${JSON.stringify(checked.problems)}`)
    return checked.value
  }
  const values = inputs.map(checkedOf)

  it('takes its own values, and a checked value stays as it is', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(type.check(value, spec, env)).toEqual({ ok: true, value })
      }),
    )
  })

  it('keeps a value whole through its columns', () => {
    fc.assert(
      fc.property(values, (value) => {
        const cells = type.toColumns(value)
        expect(cells).toHaveLength(type.columns.length)
        expect(type.fromColumns(cells)).toEqual(value)
      }),
    )
  })

  it('reads empty columns as unknown', () => {
    expect(type.fromColumns(type.columns.map(() => null))).toBeNull()
  })

  it('keeps its key in the column that it names', () => {
    const place = type.columns.findIndex(({ suffix }) => suffix === type.key.suffix)
    fc.assert(
      fc.property(values, (value) => {
        const cell = type.toColumns(value)[place]
        expect(type.key.of(value)).toEqual(Array.isArray(cell) ? cell.join(',') : cell)
      }),
    )
  })

  it.each(languages)('reads back what it shows, in %s', (language) => {
    const words = envOf(pack, today, language)
    fc.assert(
      fc.property(
        values.filter((value) => isReadBack(spec, value)),
        (value) => {
          expect(type.parse(type.show(value, spec, words), spec, words)).toEqual({ ok: true, value })
        },
      ),
    )
  })

  it.each(languages)('shows one line or more of text in %s, never nothing', (language) => {
    const words = envOf(pack, today, language)
    fc.assert(
      fc.property(values, (value) => {
        expect(type.show(value, spec, words)).toMatch(/\S/)
      }),
    )
  })

  it('orders its values as their keys, unknown keys last', () => {
    const { kind } = type.key
    const sign = (a: unknown, b: unknown) => Math.sign(type.compare(a, b)) + 0
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        const [left, right] = [type.key.of(a), type.key.of(b)]
        if (left !== null && right !== null)
          expect(sign(a, b)).toBe(Math.sign(compareKeys(kind, left, right)) + 0)
        if (left !== null && right === null) expect(sign(a, b)).toBe(-1)
        expect(sign(a, b)).toBe(-sign(b, a) + 0)
        expect(sign(a, a)).toBe(0)
        if (sign(a, b) <= 0 && sign(b, c) <= 0) expect(sign(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('never throws and never takes what the database could not store', () => {
    const accepts = (input: unknown) => {
      const checked = type.check(input, spec, env)
      if (!checked.ok) {
        expect(checked.problems.length).toBeGreaterThan(0)
        for (const problem of checked.problems) expect(problem.field).toBeUndefined()
        return
      }
      const cells = type.toColumns(checked.value)
      type.columns.forEach((column, i) => {
        if (!fits(column, cells[i])) expect.fail(`${JSON.stringify(cells[i])} does not fit ${column.type}`)
      })
      expect(type.check(checked.value, spec, env)).toEqual(checked)
    }
    for (const input of hostile.list) accepts(input)
    fc.assert(fc.property(hostile.anything, accepts), { numRuns: 200 })
    fc.assert(fc.property(hostile.spoilt(inputs), accepts), { numRuns: 200 })
  })

  it('refuses nothing at all, and never throws on the text of a cell', () => {
    for (const nothing of [null, undefined]) expect(type.check(nothing, spec, env).ok).toBe(false)
    fc.assert(
      fc.property(hostile.texts, (text) => {
        const parsed = type.parse(text, spec, env)
        if (parsed.ok) expect(type.check(parsed.value, spec, env)).toEqual(parsed)
      }),
    )
  })

  it('has a schema that takes every value', () => {
    const ajv = new Ajv2020({ strict: false, formats: { uuid: isUuid, date: isDay } })
    const validate = ajv.compile(type.schema(spec, env))
    fc.assert(
      fc.property(values, (value) => {
        if (!validate(value)) expect.fail(`${JSON.stringify(value)}: ${ajv.errorsText(validate.errors)}`)
      }),
    )
  })
})
