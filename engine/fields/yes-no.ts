import { bad, ok, problem } from '../problem/index.ts'
import type { CommonSpec, FieldType } from './field-type.ts'
import { tidy } from './numeral.ts'

export interface YesNoSpec extends CommonSpec {
  type: 'yesNo'
}

const yes = ['是', '有', '√', 'yes', 'true', '1']
const no = ['否', '无', '×', 'no', 'false', '0']

/** Yes or no; unknown is null and neither. */
export const yesNo: FieldType<YesNoSpec, boolean> = {
  says: {},
  examples: [{ spec: { type: 'yesNo' }, values: [true, false] }],
  columns: () => [{ suffix: '', type: 'boolean' }],
  key: { suffix: '', kind: 'boolean', of: (value) => value },
  check: (input) => (typeof input === 'boolean' ? ok(input) : bad(problem('notYesNo'))),
  compare: (a, b) => Number(a) - Number(b),
  show: (value, _spec, env) => env.word(value ? 'yes' : 'no'),
  parse: (text, _spec, env) => {
    const written = tidy(text).toLowerCase()
    if (yes.includes(written) || written === env.word('yes').toLowerCase()) return ok(true)
    if (no.includes(written) || written === env.word('no').toLowerCase()) return ok(false)
    return bad(problem('notYesNo'))
  },
  toColumns: (value) => [value],
  fromColumns: ([cell]) => (typeof cell === 'boolean' ? cell : null),
  schema: () => ({ type: 'boolean' }),
}
