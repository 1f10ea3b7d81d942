import { bad, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CommonSpec, FieldType } from './field-type.ts'
import { checkText } from './text.ts'

export interface DocumentNumberSpec extends CommonSpec {
  type: 'documentNumber'
  /** Its numbers are given out here, without a gap. */
  ours?: Numbering
}

/** The series in which documents are numbered: of one kind, of one organ (or of the whole district), of a year. */
export interface Numbering {
  /** 发文机关代字: 汀安办. */
  word: string
  kind: string
  /** The organ field whose organ gives out the numbers. */
  organ?: string
}

/** 汀安办〔2022〕3号: six-cornered brackets, no 第, no zeros before the number (GB/T 9704-2012, 7.2.5). */
export function documentNumberText(word: string, year: string, n: number): string {
  return `${word}〔${year}〕${n}号`
}

// 〔2022〕, [2022], (2022), ﹝2022﹞, 【2022】 and no brackets at all are found in the papers of one and the same office.
const brackets = /[〔〕[\]【】(){}<>「」『』《》]/g
const idleZeros = /([〕\])】}>]|第)\s*0+(?=\d)/g

/**
 * A document's number as it is looked for and compared: without brackets, blanks, 第 and zeros before the running
 * number, in half width and large letters, so that (2022) finds 〔2022〕.
 */
function plainDocumentNumber(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[‐-―−]/g, '-')
    .replace(idleZeros, '$1')
    .replace(brackets, '')
    .replace(/[\s第]/g, '')
}

function check(input: unknown): Result<string> {
  const printed = checkText(input, 100, false)
  if (printed.ok && plainDocumentNumber(printed.value) === '')
    return bad(problem('wrongForm', undefined, { example: '汀安办〔2022〕3号' }))
  return printed
}

function readNumber(given: unknown): string | undefined {
  const number = check(given)
  return number.ok ? plainDocumentNumber(number.value) : undefined
}

/** The number of a document: kept as printed, whoever gave it, and found however it is written. */
export const documentNumber: FieldType<DocumentNumberSpec, string> = {
  says: { ours: 'numbering' },
  examples: [
    {
      spec: { type: 'documentNumber' },
      values: ['汀安办〔2022〕3号', '（汀）应急现决﹝2022﹞第015号', 'Ref. 12/2022'],
    },
  ],
  columns: () => [
    { suffix: '', type: 'text' },
    { suffix: '_plain', type: 'text' },
  ],
  key: {
    suffix: '_plain',
    kind: 'text',
    of: plainDocumentNumber,
    read: readNumber,
    phrase: plainDocumentNumber,
  },
  check,
  compare: (a, b) => compareText(plainDocumentNumber(a), plainDocumentNumber(b)),
  show: (value) => value,
  parse: check,
  toColumns: (value) => [value, plainDocumentNumber(value)],
  fromColumns: ([cell]) => (typeof cell === 'string' ? cell : null),
  schema: () => ({ type: 'string', maxLength: 100 }),
}
