import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CommonSpec, FieldType } from './field-type.ts'

export interface PhoneSpec extends CommonSpec {
  type: 'phone'
}

// Area codes of three digits are 010 and 02x; all others have four.
const landline = /^(0(?:10|2\d))(\d{8})$|^(0[3-9]\d{2})(\d{7,8})$/
const forms = [/^1[3-9]\d{9}$/, landline, /^[48]00\d{7}$/, /^[1-9]\d{2,7}$/, /^\+[1-9]\d{6,14}$/]
const withDash = /^(0\d{2,3}-?\d{7,8})-(\d{1,6})$/
const withWord = /^(.+?)(?:转|分机|EXT\.?|X)(\d{1,6})$/

/** Digits alone, as they are looked for and compared: no blanks, dashes or brackets. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s()‐-―−-]/g, '')
}

/** The number in one form, `-` before an extension; undefined when it is none. */
function readPhone(given: unknown): string | undefined {
  if (typeof given !== 'string' || given.length > 60) return undefined
  const plain = given
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s()]/g, '')
    .replace(/[‐-―−]/g, '-')
  const [, before = plain, extension] = withWord.exec(plain) ?? withDash.exec(plain) ?? []
  const number = bare(before).replace(/^(\+|00)86/, '')
  // A number of one's own pocket has no extension.
  const found = forms.slice(extension === undefined ? 0 : 1).some((form) => form.test(number))
  return found ? number + (extension === undefined ? '' : `-${extension}`) : undefined
}

function check(input: unknown): Result<string> {
  const found = readPhone(input)
  return found === undefined ? bad(problem('wrongForm', undefined, { example: '0512-00000000' })) : ok(found)
}

/** The area code apart: 0512-00000000-8. */
function show(value: string): string {
  const [number = '', ...extension] = value.split('-')
  const [, short, ofShort, long, ofLong] = landline.exec(number) ?? []
  const shown =
    short !== undefined ? `${short}-${ofShort}` : long !== undefined ? `${long}-${ofLong}` : number
  return [shown, ...extension].join('-')
}

/**
 * A telephone number of China (mobile, landline with or without area code, 400/800, a service or short number)
 * or a foreign one with its `+`. Kept as digits, however it was typed.
 */
export const phone: FieldType<PhoneSpec, string> = {
  says: {},
  examples: [
    {
      spec: { type: 'phone' },
      // Of ranges that are not given out: they ring at nobody's.
      values: ['154 0000 0000', '(0512) 00000000 转 8', '010-00000000', '12350', '+44 20 0000 0000'],
    },
  ],
  columns: () => [{ suffix: '', type: 'text' }],
  key: { suffix: '', kind: 'text', of: (value) => value, read: readPhone, phrase: bare },
  check,
  compare: compareText,
  show,
  parse: check,
  toColumns: (value) => [value],
  fromColumns: ([cell]) => (typeof cell === 'string' ? cell : null),
  schema: () => ({ type: 'string', maxLength: 60 }),
}
