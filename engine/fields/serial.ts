import type { Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CommonSpec, FieldType } from './field-type.ts'
import { checkText } from './text.ts'

export interface SerialSpec extends CommonSpec {
  type: 'serial'
  /**
   * `YH-{year}-{n:5}`: the year of the record's first day and a running number that may have gaps. With `:5` it has at
   * least five digits, so that numbers stand in their order wherever they are sorted as text.
   */
  format: string
}

/** Fills a running number's format. */
export function serialText(format: string, year: string, n: number): string {
  return format
    .replaceAll('{year}', year)
    .replaceAll(/\{n(?::(\d))?\}/g, (_whole, digits) => String(n).padStart(Number(digits ?? 1), '0'))
}

function check(input: unknown): Result<string> {
  return checkText(input, 60, false)
}

/** Given by the office's own counter when the record is made; nobody types it. */
export const serial: FieldType<SerialSpec, string> = {
  says: { format: 'text' },
  isMade: true,
  examples: [{ spec: { type: 'serial', format: 'YH-{year}-{n}' }, values: ['YH-2022-7'] }],
  columns: () => [{ suffix: '', type: 'text' }],
  key: { suffix: '', kind: 'text', of: (value) => value, phrase: (text) => text },
  check,
  compare: compareText,
  show: (value) => value,
  parse: check,
  toColumns: (value) => [value],
  fromColumns: ([cell]) => (typeof cell === 'string' ? cell : null),
  schema: () => ({ type: 'string', readOnly: true }),
}
