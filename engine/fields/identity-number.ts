import { isDay } from '../calendar/index.ts'
import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CheckEnv, CommonSpec, FieldType } from './field-type.ts'
import { closed, readClosed } from './numeral.ts'

export interface IdentityNumberSpec extends CommonSpec {
  type: 'identityNumber'
}

// GB 11643-1999, 4.2.1: ISO 7064 MOD 11-2.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkSigns = '10X98765432'

function check(input: unknown, _spec: IdentityNumberSpec, env: CheckEnv): Result<string> {
  const number = typeof input === 'string' && input.length <= 60 ? closed(input) : ''
  const [, year, month, day] = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(number) ?? []
  const born = `${year}-${month}-${day}`
  if (!isDay(born) || born > env.today)
    return bad(problem('wrongForm', undefined, { example: '990101190001010018' }))
  const sum = weights.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return number[17] === checkSigns[sum % 11] ? ok(number) : bad(problem('checkDigit'))
}

/** A citizen's identity number (GB 11643-1999): a day of birth that was, and the right check digit. */
export const identityNumber: FieldType<IdentityNumberSpec, string> = {
  says: {},
  // Of a division that does not exist: they belong to nobody.
  examples: [
    {
      spec: { type: 'identityNumber' },
      values: ['990101190001010018', '99010120200229002 9', '990101198512130034'],
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
  schema: () => ({ type: 'string', pattern: '^\\d{17}[\\dX]$' }),
}
