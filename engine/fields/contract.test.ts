import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDay } from '../calendar/index.ts'
import { composePacks, envOf, languages } from '../pack/index.ts'
import {
  type Column,
  compareKeys,
  type FieldSpec,
  type FieldType,
  fieldTypeOf,
  fieldTypes,
  isUuid,
  type Part,
  readKey,
  type Scalar,
  type SqlType,
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

/** Every type as it shows itself, and more ways of declaring some. */
const specs: FieldSpec[] = [
  ...Object.values(fieldTypes).flatMap(({ examples }) => examples.map(({ spec }): FieldSpec => spec)),
  { type: 'text', max: 400 },
  { type: 'integer', min: 1, max: 500 },
  { type: 'integer', min: 0, max: 9_000_000_000 },
  { type: 'date', notAfter: 'today' },
  { type: 'decimal', decimals: 0 },
  { type: 'quantity', units: 'grade', negative: true },
  { type: 'ref', to: ['plot', 'visit', 'organ'] },
  { type: 'files' },
  { type: 'refs', to: ['plot', 'visit', 'organ'] },
  {
    type: 'rows',
    fields: {
      uses: { type: 'choices', options: 'grade' },
      where: { type: 'place', within: 'plot' },
      held: { type: 'quantity', units: 'grade' },
      due: { type: 'deadline' },
      photos: { type: 'files' },
      to: { type: 'ref', to: ['plot', 'organ'] },
      sum: { type: 'money', negative: true },
    },
  },
]

/** What the database can hold in a column of this type. */
function fits(column: Column, cell: unknown): boolean {
  return cell === null || holds[column.type](cell)
}

/** The column that a filter's value is compared with: its own, or that of a part. */
function keyColumnOf(type: FieldType<FieldSpec, unknown>, spec: FieldSpec): Column {
  const key = type.parts?.key
  if (key !== undefined) {
    const inner = type.parts!.fields(spec)[key]!
    return keyColumnOf(fieldTypeOf(inner), inner)
  }
  return type.columns(spec).find(({ suffix }) => suffix === type.key.suffix) ?? { suffix: '', type: 'text' }
}

/** Every cell of a value, or of its parts, fits its column. */
function holdCells(type: FieldType<FieldSpec, unknown>, spec: FieldSpec, value: unknown): void {
  const cells = type.toColumns(value)
  type.columns(spec).forEach((column, i) => {
    if (!fits(column, cells[i])) expect.fail(`${JSON.stringify(cells[i])} does not fit ${column.type}`)
  })
  for (const row of type.parts?.toRows(value) ?? []) {
    for (const [name, inner] of Object.entries(type.parts!.fields(spec)))
      if (row[name] !== undefined) holdCells(fieldTypeOf(inner), inner, row[name])
  }
}

const isStored = (cell: unknown) => typeof cell === 'string' && !/\0|\p{Surrogate}/u.test(cell)
const isListOf = (cell: unknown, isOne: (one: unknown) => boolean) =>
  Array.isArray(cell) && cell.length > 0 && Array.from(cell).every(isOne)

const holds: Record<SqlType, (cell: unknown) => boolean> = {
  text: isStored,
  'text[]': (cell) => isListOf(cell, isStored),
  integer: (cell) => Number.isInteger(cell) && Math.abs(cell as number) <= 2_147_483_647,
  numeric: (cell) => typeof cell === 'string' && /^-?\d{1,15}(\.\d{1,12})?$/.test(cell),
  'numeric(18,2)': (cell) => typeof cell === 'string' && /^-?\d{1,16}\.\d{2}$/.test(cell),
  date: isDay,
  'timestamp with time zone': (cell) => isInstant(cell),
  boolean: (cell) => typeof cell === 'boolean',
  uuid: isUuid,
  'uuid[]': (cell) => isListOf(cell, isUuid),
}

function isInstant(cell: unknown): boolean {
  return typeof cell === 'string' && new Date(cell).toISOString() === cell.replace(/Z$/, '.000Z')
}

it('shows itself with an example, every type', () => {
  for (const type of Object.values(fieldTypes)) {
    const values = type.examples.flatMap((example) => example.values)
    expect(values.length).toBeGreaterThan(0)
  }
  expect(new Set(specs.map(({ type }) => type))).toEqual(new Set(Object.keys(fieldTypes)))
})

describe.each(specs.map((spec) => [JSON.stringify(spec), spec] as const))('%s', (_name, spec) => {
  const type = fieldTypeOf(spec)
  const inputs = inputsOf(spec, stock)
  /** A row as the columns of its fields give it back. */
  const throughColumns = (row: Part): Part =>
    Object.fromEntries(
      Object.entries(type.parts!.fields(spec)).flatMap(([name, inner]) => {
        const cells = row[name] === undefined ? [] : fieldTypeOf(inner).toColumns(row[name])
        return cells.length === 0 ? [] : [[name, fieldTypeOf(inner).fromColumns(cells)]]
      }),
    )
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

  const { parts } = type

  it('keeps a value whole through its columns, or a row for each part', () => {
    fc.assert(
      fc.property(values, (value) => {
        if (parts !== undefined) {
          expect(type.columns(spec)).toEqual([])
          const rows = parts.toRows(value)
          expect(rows.length).toBeGreaterThan(0)
          expect(parts.fromRows(rows.map(throughColumns))).toEqual(value)
          return
        }
        const cells = type.toColumns(value)
        expect(cells).toHaveLength(type.columns(spec).length)
        expect(type.fromColumns(cells)).toEqual(value)
      }),
    )
  })

  it('reads empty columns as unknown', () => {
    expect(type.fromColumns(type.columns(spec).map(() => null))).toBeNull()
  })

  it('keeps its key in the column that it names, or its parts are what is looked into', () => {
    if (parts !== undefined) {
      fc.assert(
        fc.property(values, (value) => {
          expect(type.key.of(value)).toEqual(parts.toRows(value))
        }),
      )
      return
    }
    const place = type.columns(spec).findIndex(({ suffix }) => suffix === type.key.suffix)
    fc.assert(
      fc.property(values, (value) => {
        const cell = type.toColumns(value)[place]
        expect(type.key.of(value)).toEqual(Array.isArray(cell) ? cell.join(',') : cell)
      }),
    )
  })

  it('takes what it shows of itself', () => {
    for (const { spec: own, values: shown } of type.examples)
      for (const value of shown) expect(type.check(value, own, env)).toMatchObject({ ok: true })
  })

  it('finds a value by its own key, and nothing by what cannot be stored', () => {
    fc.assert(
      fc.property(values, (value) => {
        const key = type.key.of(value)
        const read = key === null ? null : readKey(spec, key)
        if (read !== undefined && read !== null)
          expect(compareKeys(type.key.kind, read, key as string | number | boolean)).toBe(0)
      }),
    )
    for (const input of hostile.list) {
      const read = readKey(spec, input)
      const place = keyColumnOf(type, spec)
      if (read !== undefined && !['text[]', 'numeric(18,2)'].includes(place.type))
        expect(fits(place, read)).toBe(true)
    }
  })

  it.each(languages)('reads back what it shows, in %s', (language) => {
    const words = envOf(pack, today, language)
    fc.assert(
      fc.property(
        values.filter((value) => type.isShownWhole?.(value, spec) ?? true),
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
        if (kind !== 'parts' && left !== null && right !== null)
          expect(sign(a, b)).toBe(Math.sign(compareKeys(kind, left as Scalar & {}, right as Scalar & {})) + 0)
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
        // Of a row it is said which, and which of its fields.
        const place = spec.type === 'rows' ? /^(\d+(\..*)?)?$/s : /^$/
        for (const { field } of checked.problems) expect(field ?? '').toMatch(place)
        return
      }
      holdCells(type, spec, checked.value)
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
    const ajv = new Ajv2020({ strict: false, formats: { uuid: isUuid, date: isDay, 'date-time': isInstant } })
    const validate = ajv.compile(type.schema(spec, env))
    fc.assert(
      fc.property(values, (value) => {
        if (!validate(value)) expect.fail(`${JSON.stringify(value)}: ${ajv.errorsText(validate.errors)}`)
      }),
    )
  })
})
