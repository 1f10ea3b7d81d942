import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CommonSpec, FieldType } from './field-type.ts'

export interface TextSpec extends CommonSpec {
  type: 'text'
  /** The longest text, in characters; 200 unless said. */
  max?: number
}

export interface LongTextSpec extends CommonSpec {
  type: 'longText'
  /** The longest text, in characters; 10,000 unless said. */
  max?: number
}

// Half a surrogate pair or a control character cannot be stored or printed.
const broken = /\p{Surrogate}|(?![\n\r\t])\p{Cc}/u

/** Text without surrounding blanks, in Unicode normal form C; an empty text is no value and is refused. */
export function checkText(input: unknown, max: number, lines: boolean): Result<string> {
  if (typeof input !== 'string' || broken.test(input)) return bad(problem('notText'))
  const tidy = input.normalize('NFC').trim()
  const text = lines ? tidy.replace(/\r\n?/g, '\n') : tidy.replace(/\s+/g, ' ')
  if (text === '') return bad(problem('required'))
  const length = [...text].length
  return length > max ? bad(problem('tooLong', undefined, { max, length })) : ok(text)
}

function textType<Spec extends TextSpec | LongTextSpec>(
  standard: number,
  lines: boolean,
): FieldType<Spec, string> {
  return {
    columns: [{ suffix: '', type: 'text' }],
    key: { suffix: '', kind: 'text', of: (value) => value },
    check: (input, spec) => checkText(input, spec.max ?? standard, lines),
    compare: compareText,
    show: (value) => value,
    parse: (text, spec) => checkText(text, spec.max ?? standard, lines),
    toColumns: (value) => [value],
    fromColumns: ([cell]) => (typeof cell === 'string' ? cell : null),
    schema: (spec) => ({ type: 'string', minLength: 1, maxLength: spec.max ?? standard }),
  }
}

export const text = textType<TextSpec>(200, false)
export const longText = textType<LongTextSpec>(10_000, true)
