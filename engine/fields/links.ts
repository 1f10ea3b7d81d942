import { bad, ok, type Problem, problem, type Result } from '../problem/index.ts'
import { compareLists } from './compare.ts'
import type { CheckEnv, CommonSpec, FieldType } from './field-type.ts'
import { compareLinks, type Link, type PlacedLink, readId } from './link.ts'
import type { FieldSpec } from './registry.ts'

export interface LinksSpec extends CommonSpec {
  /** How many there may be; 50 unless said. */
  max?: number
}

const separator = '、'
const separators = /[、；;\n]/

/** A type of several links, in the order given, each one as the type of a single link has it. */
export function linksType<Spec extends LinksSpec, OneSpec extends FieldSpec, One extends Link | PlacedLink>(
  { says, examples }: Pick<FieldType<Spec, One[]>, 'says' | 'examples'>,
  one: FieldType<OneSpec, One>,
  oneSpec: (spec: Spec) => OneSpec,
): FieldType<Spec, One[]> {
  const each = (spec: Spec, value: readonly One[], show: (link: One, of: OneSpec) => string) =>
    value.map((link) => show(link, oneSpec(spec)))
  return {
    says: { ...says, max: 'number' },
    examples,
    columns: () => [],
    parts: {
      fields: (spec) => ({ link: oneSpec(spec) }),
      key: 'link',
      toRows: (value) => value.map((link) => ({ link })),
      fromRows: (rows) => rows.map(({ link }) => link as One),
    },
    key: {
      suffix: '',
      kind: 'parts',
      of: (value) => value.map((link) => ({ link })),
      read: readId,
      show: () => '…',
    },
    check: (input, spec, env) =>
      checkLinks(input, spec.max ?? 50, (link) => one.check(link, oneSpec(spec), env)),
    compare: (a, b) => compareLists(a, b, compareLinks),
    show: (value, spec, env) => each(spec, value, (link, of) => one.show(link, of, env)).join(separator),
    isShownWhole: (value, spec) =>
      value.every(
        (link) => (one.isShownWhole?.(link, oneSpec(spec)) ?? true) && !separators.test(link.text ?? ''),
      ),
    parse: (cell, spec, env: CheckEnv) => {
      const names = cell.split(separators).filter((name) => name.trim() !== '')
      const links = names.map((name) =>
        one.parse(name, oneSpec(spec), env as Parameters<typeof one.parse>[2]),
      )
      const wrong = links.find((link) => !link.ok)
      if (wrong?.ok === false) return wrong
      const found = links.flatMap((link) => (link.ok ? [link.value] : []))
      return checkLinks(found, spec.max ?? 50, ok<One>)
    },
    toColumns: () => [],
    fromColumns: () => null,
    schema: (spec, env) => ({
      type: 'array',
      items: one.schema(oneSpec(spec), env),
      minItems: 1,
      maxItems: spec.max ?? 50,
    }),
    targets: (spec) => one.targets!(oneSpec(spec)),
    pointers: (value, spec) =>
      Array.isArray(value) ? value.flatMap((link) => one.pointers!(link, oneSpec(spec))) : [],
  }
}

/** Every link by itself; one that was given twice is there once. */
function checkLinks<One extends Link | PlacedLink>(
  input: unknown,
  max: number,
  check: (link: never) => Result<One>,
): Result<One[]> {
  if (!Array.isArray(input)) return bad(problem('notLink'))
  if (input.length === 0) return bad(problem('required'))
  if (input.length > max) return bad(problem('tooMany', undefined, { max }))
  const problems: Problem[] = []
  const links = new Map<unknown, One>()
  // Not `map`, which would leave the holes of a list as they are.
  for (const link of Array.from(input)) {
    const checked = check(link as never)
    if (!checked.ok) problems.push(...checked.problems)
    else if (!links.has(keyOf(checked.value))) links.set(keyOf(checked.value), checked.value)
  }
  return problems.length > 0 ? bad(problems[0]!) : ok([...links.values()])
}

/** What is only written is itself, even where somebody else has the same name. */
function keyOf(link: Link | PlacedLink): unknown {
  if (link.id === null) return link
  return 'register' in link ? `${link.register} ${link.id}` : link.id
}
