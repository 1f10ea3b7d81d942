import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CommonSpec, FieldType } from './field-type.ts'
import { closed, readClosed } from './numeral.ts'

export interface CreditCodeSpec extends CommonSpec {
  type: 'creditCode'
}

// GB 32100-2015: I, O, S, V and Z are not used.
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const pattern = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

function check(input: unknown): Result<string> {
  const code = typeof input === 'string' && input.length <= 60 ? closed(input) : ''
  if (!pattern.test(code)) return bad(problem('wrongForm', undefined, { example: '91990101MA9000011P' }))
  return code[17] === checkSign(code) ? ok(code) : bad(problem('checkDigit'))
}

/** The last sign: the first seventeen weighed with the powers of 3, modulo 31. */
function checkSign(code: string): string {
  const sum = [...code.slice(0, 17)].reduce(
    (total, sign, i) => total + signs.indexOf(sign) * (3 ** i % 31),
    0,
  )
  return signs[(31 - (sum % 31)) % 31]!
}

/** The unified social credit code of a unit (GB 32100-2015), with its right check sign. */
export const creditCode: FieldType<CreditCodeSpec, string> = {
  says: {},
  // Of a division that does not exist: they belong to nobody.
  examples: [
    {
      spec: { type: 'creditCode' },
      values: ['91990101MA9000011P', '91990101ma900002xf', '91990101 MA9000302T'],
    },
  ],
  columns: () => [{ suffix: '', type: 'text' }],
  key: { suffix: '', kind: 'text', of: (value) => value, read: readClosed, phrase: closed },
  check,
  compare: compareText,
  show: (value) => value,
  parse: check,
  toColumns: (value) => [value],
  fromColumns: ([cell]) => (typeof cell === 'string' ? cell : null),
  schema: () => ({ type: 'string', pattern: pattern.source }),
}
