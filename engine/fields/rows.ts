import { bad, ok, type Problem, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CheckEnv, CommonSpec, FieldType, Part, Pointer, ShowEnv } from './field-type.ts'
import { innerType } from './inner.ts'
import type { FieldSpec } from './registry.ts'

export interface RowsSpec extends CommonSpec {
  type: 'rows'
  /** The fields of a row: of any type that is kept in columns of its own. */
  fields: Record<string, FieldSpec>
  min?: number
  /** How many rows there may be; 200 unless said. */
  max?: number
}

const fieldsOf = (spec: RowsSpec) => Object.entries(spec.fields)

function check(input: unknown, spec: RowsSpec, env: CheckEnv): Result<Part[]> {
  const { min = 1, max = 200 } = spec
  if (!Array.isArray(input)) return bad(problem('notRows'))
  if (input.length === 0) return bad(problem('required'))
  if (input.length > max) return bad(problem('tooMany', undefined, { max }))
  if (input.length < min) return bad(problem('tooFew', undefined, { min }))
  // Not `map`, which would leave the holes of a list as they are.
  const rows = Array.from(input, (row, n) => checkRow(row, String(n), spec, env))
  const problems = rows.flatMap((row) => (row.ok ? [] : row.problems))
  return problems.length > 0 ? bad(...problems) : ok(rows.flatMap((row) => (row.ok ? [row.value] : [])))
}

function checkRow(input: unknown, place: string, spec: RowsSpec, env: CheckEnv): Result<Part> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return bad(problem('notRows', place))
  const given = input as Record<string, unknown>
  const isOurs = (name: string) => Object.hasOwn(spec.fields, name)
  const problems: Problem[] = Object.keys(given)
    .filter((name) => !isOurs(name))
    .map((name) => problem('unknownField', `${place}.${name}`))
  const row: Record<string, unknown> = {}
  for (const [name, field] of fieldsOf(spec)) {
    const at = `${place}.${name}`
    const value = Object.hasOwn(given, name) ? (given[name] ?? null) : null
    if (value === null) {
      if (field.required === true) problems.push(problem('required', at))
      continue
    }
    const checked = innerType(field).check(value, field, env)
    if (checked.ok) row[name] = checked.value
    else problems.push(...checked.problems.map((found) => ({ ...found, field: at })))
  }
  if (problems.length > 0) return bad(...problems)
  return Object.keys(row).length === 0 ? bad(problem('required', place)) : ok(row)
}

const between = ' | '
const escapes: Record<string, string> = { '\\': '\\\\', '|': '\\|', '\n': '\\n' }

/** A row on each line, its values in the order of the fields with bars between. */
function show(value: readonly Part[], spec: RowsSpec, env: ShowEnv): string {
  const cell = (row: Part, [name, field]: [string, FieldSpec]) =>
    row[name] === undefined ? '' : innerType(field).show(row[name], field, env)
  const escaped = (text: string) => text.replace(/[\\|\n]/g, (sign) => escapes[sign]!)
  const lines = value.map((row) =>
    fieldsOf(spec)
      .map((field) => escaped(cell(row, field)))
      .join(between),
  )
  return lines.join('\n')
}

function parse(text: string, spec: RowsSpec, env: CheckEnv & ShowEnv): Result<Part[]> {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const rows = lines.map((line, n) => parseRow(line, String(n), spec, env))
  const problems = rows.flatMap((row) => (row.ok ? [] : row.problems))
  if (problems.length > 0) return bad(...problems)
  return check(
    rows.flatMap((row) => (row.ok ? [row.value] : [])),
    spec,
    env,
  )
}

function parseRow(line: string, place: string, spec: RowsSpec, env: CheckEnv & ShowEnv): Result<Part> {
  const cells = cellsIn(line)
  const fields = fieldsOf(spec)
  if (cells.length > fields.length) return bad(problem('notRows', place))
  const row: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const [i, cell] of cells.entries()) {
    const [name, field] = fields[i]!
    if (cell === '') continue
    const read = innerType(field).parse(cell, field, env)
    if (read.ok) row[name] = read.value
    else problems.push(...read.problems.map((found) => ({ ...found, field: `${place}.${name}` })))
  }
  return problems.length > 0 ? bad(...problems) : ok(row)
}

/** The cells of a line, told apart by bars; a bar, a backslash or a line's end inside one has a backslash before it. */
function cellsIn(line: string): string[] {
  const cells = line.match(/(?:^|\|)(?:[^|\\]|\\.?)*/g) ?? []
  return cells.map((cell) =>
    cell
      .replace(/^\|/, '')
      .trim()
      .replace(/\\(.?)/g, (_whole, sign: string) => (sign === 'n' ? '\n' : sign)),
  )
}

function pointers(value: unknown, spec: RowsSpec): Pointer[] {
  const rows = Array.isArray(value) ? value : []
  return rows.flatMap((row) =>
    typeof row === 'object' && row !== null
      ? fieldsOf(spec).flatMap(([name, field]) => innerType(field).pointers?.(row[name], field) ?? [])
      : [],
  )
}

/** Rows of a small table inside the record: what was bought, who was there, which papers were looked at. */
export const rows: FieldType<RowsSpec, Part[]> = {
  says: { fields: 'fields', min: 'number', max: 'number' },
  examples: [
    {
      spec: {
        type: 'rows',
        max: 9,
        fields: {
          what: { type: 'text', required: true, max: 60 },
          count: { type: 'integer', min: 1 },
          price: { type: 'money' },
          grade: { type: 'choice', options: 'grade' },
          by: { type: 'organ' },
        },
      },
      values: [
        [{ what: '锄头', count: 2, price: '35.50', grade: 'minor' }],
        [{ what: '水桶 | 大', by: { id: null, text: '东园' } }, { what: '水管' }],
      ],
    },
    {
      spec: { type: 'rows', fields: { note: { type: 'longText' }, on: { type: 'date' } } },
      values: [[{ note: '一\n二\\n' }, { on: '2022-10-31' }]],
    },
  ],
  columns: () => [],
  parts: { fields: ({ fields }) => fields, toRows: (value) => value, fromRows: (found) => [...found] },
  key: { suffix: '', kind: 'parts', of: (value) => value, read: () => undefined },
  check,
  // Nothing is ordered by rows; this tells equal ones from others.
  compare: (a, b) => compareText(JSON.stringify(a), JSON.stringify(b)),
  show,
  isShownWhole: (value, spec) =>
    value.every((row) =>
      fieldsOf(spec).every(
        ([name, field]) =>
          row[name] === undefined || (innerType(field).isShownWhole?.(row[name], field) ?? true),
      ),
    ),
  parse,
  toColumns: () => [],
  fromColumns: () => null,
  schema: (spec, env) => ({
    type: 'array',
    minItems: spec.min ?? 1,
    maxItems: spec.max ?? 200,
    items: {
      type: 'object',
      properties: Object.fromEntries(
        fieldsOf(spec).map(([name, field]) => [name, innerType(field).schema(field, env)]),
      ),
      required: fieldsOf(spec).flatMap(([name, field]) => (field.required === true ? [name] : [])),
    },
  }),
  pointers,
}
