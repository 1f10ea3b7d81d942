import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CheckEnv, CommonSpec, FieldType } from './field-type.ts'
import { tidy } from './numeral.ts'

export interface ChoiceSpec extends CommonSpec {
  type: 'choice'
  /** The id of an option list. */
  options: string
}

function check(input: unknown, spec: ChoiceSpec, env: CheckEnv): Result<string> {
  const options = env.options(spec.options) ?? []
  return typeof input === 'string' && options.includes(input)
    ? ok(input)
    : bad(problem('notOption', undefined, { options: spec.options }))
}

/** One of a list's options, kept by its id. */
export const choice: FieldType<ChoiceSpec, string> = {
  says: { options: 'optionList' },
  examples: [{ spec: { type: 'choice', options: 'grade' }, values: ['minor', 'serious'] }],
  columns: () => [{ suffix: '', type: 'text' }],
  key: { suffix: '', kind: 'text', of: (value) => value, options: (spec) => spec.options },
  check,
  compare: compareText,
  show: (value, spec, env) => env.word(`option.${spec.options}.${value}`),
  parse: (text, spec, env) => {
    const written = tidy(text)
    const found = env
      .options(spec.options)
      ?.find((id) => id === written || tidy(env.word(`option.${spec.options}.${id}`)) === written)
    return check(found, spec, env)
  },
  toColumns: (value) => [value],
  fromColumns: ([cell]) => (typeof cell === 'string' ? cell : null),
  schema: (spec, env) => ({ enum: env.options(spec.options) ?? [] }),
}
