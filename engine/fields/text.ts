import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CommonSpec, FieldType } from './field-type.ts'

export interface TextSpec extends CommonSpec {
  type: 'text'
  /** The longest text, in characters; 200 unless said. */
  max?: number
}

// Half a surrogate pair, a control character or a noncharacter cannot be stored or printed.
const broken = /\p{Surrogate}|\p{Noncharacter_Code_Point}|(?![\n\r\t])\p{Cc}/u
// Characters without a shape, as they come along when something is pasted: nothing was written.
const unseen = /^[\s\p{Cf}]*$/u

/** Text without surrounding blanks, in Unicode normal form C; a text that shows nothing is no value and is refused. */
export function checkText(input: unknown, max: number, lines: boolean): Result<string> {
  if (typeof input !== 'string' || broken.test(input)) return bad(problem('notText'))
  const tidy = input.normalize('NFC').trim()
  const text = lines ? tidy.replace(/\r\n?/g, '\n') : tidy.replace(/\s+/g, ' ')
  if (unseen.test(text)) return bad(problem('required'))
  const length = [...text].length
  return length > max ? bad(problem('tooLong', undefined, { max, length })) : ok(text)
}

/** A type of text: how long unless said, and whether it has lines. */
export function textType<Spec extends CommonSpec & { max?: number }>(
  standard: number,
  lines: boolean,
  examples: FieldType<Spec, string>['examples'],
): FieldType<Spec, string> {
  return {
    says: { max: 'number' },
    examples,
    columns: () => [{ suffix: '', type: 'text' }],
    key: { suffix: '', kind: 'text', of: (value) => value, phrase: (text) => text },
    check: (input, spec) => checkText(input, spec.max ?? standard, lines),
    compare: compareText,
    show: (value) => value,
    parse: (text, spec) => checkText(text, spec.max ?? standard, lines),
    toColumns: (value) => [value],
    fromColumns: ([cell]) => (typeof cell === 'string' ? cell : null),
    schema: (spec) => ({ type: 'string', minLength: 1, maxLength: spec.max ?? standard }),
  }
}

/** Text of one line. */
export const text: FieldType<TextSpec, string> = textType<TextSpec>(200, false, [
  { spec: { type: 'text' }, values: ['水管漏水', 'Tap'] },
])
