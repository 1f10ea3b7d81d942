import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CommonSpec, FieldType } from './field-type.ts'
import { isUuid } from './link.ts'

export interface FilesSpec extends CommonSpec {
  type: 'files'
  /** Photos only, or any paper; what a file is, is read from its content. */
  accept?: 'image' | 'any'
  /** 20 unless said. */
  max?: number
}

function check(input: unknown, spec: FilesSpec): Result<string[]> {
  if (!Array.isArray(input)) return bad(problem('notFiles'))
  // `every` passes over the holes of a list, a set does not.
  const ids = [...new Set(input)]
  if (!ids.every(isUuid)) return bad(problem('notFiles'))
  if (ids.length === 0) return bad(problem('required'))
  const max = spec.max ?? 20
  return ids.length > max ? bad(problem('tooMany', undefined, { max })) : ok(ids)
}

/** The ids of files already handed in, in the order given. */
export const files: FieldType<FilesSpec, string[]> = {
  says: { accept: 'text', max: 'number' },
  examples: [
    {
      spec: { type: 'files', accept: 'image', max: 9 },
      values: [['0190a6f0-0000-7000-8000-000000000001', '0190a6f0-0000-7000-8000-000000000002']],
    },
  ],
  columns: () => [{ suffix: '', type: 'uuid[]' }],
  // Known or not, and how many, is all that a filter may ask.
  key: { suffix: '', kind: 'set', of: (value) => value.join(','), read: () => undefined },
  check,
  compare: (a, b) => compareText(a.join(','), b.join(',')),
  show: (value, _spec, env) => value.map((id) => env.titleOf('file', id) ?? id).join('、'),
  parse: (text, spec) =>
    check(
      text.split(/[、,\s]+/).filter((part) => part !== ''),
      spec,
    ),
  toColumns: (value) => [value],
  fromColumns: ([cell]) => (Array.isArray(cell) && cell.length > 0 ? (cell as string[]) : null),
  targets: () => ['file'],
  pointers: (value) =>
    (Array.isArray(value) ? value : []).filter(isUuid).map((id) => ({ register: 'file', id })),
  schema: (spec) => ({ type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: spec.max ?? 20 }),
}
