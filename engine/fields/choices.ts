import { bad, ok, problem, type Result } from '../problem/index.ts'
import { compareText } from './compare.ts'
import type { CheckEnv, CommonSpec, FieldType, ShowEnv } from './field-type.ts'
import { tidy } from './numeral.ts'

export interface ChoicesSpec extends CommonSpec {
  type: 'choices'
  /** The id of an option list. */
  options: string
}

function check(input: unknown, spec: ChoicesSpec, env: CheckEnv): Result<string[]> {
  const options = env.options(spec.options) ?? []
  // A set, unlike `every`, does not pass over the holes of a list.
  const chosen = new Set<unknown>(Array.isArray(input) ? input : [undefined])
  if (chosen.size === 0) return bad(problem('required'))
  const known = [...chosen].every((one) => typeof one === 'string' && options.includes(one))
  return known
    ? ok(options.filter((id) => chosen.has(id)))
    : bad(problem('notOption', undefined, { options: spec.options }))
}

const separators = /^[、，,;；/\s]+/

/** The longest word first, so that 果园、苗圃 is one option where there is such a one. */
function parse(text: string, spec: ChoicesSpec, env: CheckEnv & ShowEnv): Result<string[]> {
  const names = (env.options(spec.options) ?? []).flatMap((id) =>
    [id, env.word(`option.${spec.options}.${id}`)].map((name) => [tidy(name), id] as const),
  )
  const longestFirst = names.sort(([a], [b]) => b.length - a.length)
  const chosen: string[] = []
  for (let rest = tidy(text); rest !== ''; ) {
    const found = longestFirst.find(([name]) => begins(rest, name))
    if (found === undefined) return bad(problem('notOption', undefined, { options: spec.options }))
    chosen.push(found[1])
    rest = rest.slice(found[0].length).replace(separators, '')
  }
  return check(chosen, spec, env)
}

function begins(rest: string, name: string): boolean {
  const after = rest.slice(name.length)
  return name !== '' && rest.startsWith(name) && (after === '' || separators.test(after))
}

/** Several of a list's options, in the order of the list. A filter finds those that have one of what it names. */
export const choices: FieldType<ChoicesSpec, string[]> = {
  says: { options: 'optionList' },
  examples: [
    { spec: { type: 'choices', options: 'grade' }, values: [['minor'], ['serious', 'minor'], ['other']] },
  ],
  columns: () => [{ suffix: '', type: 'text[]' }],
  key: { suffix: '', kind: 'set', of: (value) => value.join(','), options: (spec) => spec.options },
  check,
  compare: (a, b) => compareText(a.join(','), b.join(',')),
  show: (value, spec, env) => value.map((id) => env.word(`option.${spec.options}.${id}`)).join('、'),
  parse,
  toColumns: (value) => [value],
  fromColumns: ([cell]) => (Array.isArray(cell) && cell.length > 0 ? (cell as string[]) : null),
  schema: (spec, env) => ({ type: 'array', items: { enum: env.options(spec.options) ?? [] }, minItems: 1 }),
}
