import { isDay } from '../calendar/index.ts'
import { type Deadline, type FieldSpec, fieldTypeOf } from '../fields/index.ts'
import { type Act, envOf, type Field, findPartTable, type Pack, type Register } from '../pack/index.ts'
import { type Problem, problem } from '../problem/index.ts'
import type { Values } from './record.ts'

/**
 * Checks what was given with an act: only fields that the act takes, each by its type. null empties a field.
 * Gives the values that are right and the problems of the others.
 */
export function checkValues(
  { pack, register, today }: { pack: Pack; register: Register; today: string },
  act: Act,
  input: Values,
): { values: Values; problems: Problem[] } {
  const values: Values = {}
  const problems: Problem[] = []
  const env = envOf(pack, today)
  const taken = new Set([...act.asks, ...act.needs, ...act.takes, ...(act.dates === null ? [] : [act.dates])])
  for (const [name, given] of Object.entries(input)) {
    const field = Object.hasOwn(register.fields, name) ? register.fields[name]! : undefined
    if (field === undefined) problems.push(problem('unknownField', name))
    else if (isComputed(field.spec)) problems.push(problem('notGiven', name))
    else if (!taken.has(name)) problems.push(problem('notAsked', name, { act: act.id }))
    else if (given === null) values[name] = null
    else {
      const checked = fieldTypeOf(field.spec).check(given, field.spec, env)
      if (checked.ok) values[name] = checked.value
      else
        problems.push(...checked.problems.map((found) => ({ ...found, field: placeOf(name, found.field) })))
    }
    if (given === null && field?.spec.required === true && taken.has(name))
      problems.push(problem('required', name))
  }
  return { values, problems }
}

/** Its value comes from somewhere else, never from a person. */
function isComputed({ copy, type }: FieldSpec): boolean {
  return copy !== undefined || type === 'derived'
}

/** The place of a problem in a field, or in one part of it: `items`, `items.2.price`. */
function placeOf(field: string, inside: string | undefined): string {
  return inside === undefined ? field : `${field}.${inside}`
}

/** Dates that must not lie before or after another date of the record, looked at when either was given. */
export function crossProblems(
  register: Pick<Register, 'fields' | 'table'>,
  values: Values,
  given: readonly string[],
): Problem[] {
  return Object.values(register.fields).flatMap((field) => {
    const { id, spec } = field
    if (spec.type === 'rows' && given.includes(id)) return rowProblems(register, field, values[id])
    if (spec.type !== 'date' && spec.type !== 'deadline') return []
    const day = dayIn(values[id])
    if (day === null) return []
    const before = spec.notBefore === undefined ? null : dayIn(values[spec.notBefore])
    const after =
      spec.type === 'deadline' || spec.notAfter === undefined ? null : dayIn(values[spec.notAfter])
    const looked = (other: string | undefined) => given.includes(id) || given.includes(other ?? '')
    return [
      ...(before !== null && day < before && looked(spec.notBefore)
        ? [problem('tooEarly', id, { other: spec.notBefore, day: before })]
        : []),
      ...(after !== null && day > after && looked(spec.type === 'date' ? spec.notAfter : undefined)
        ? [problem('tooLate', id, { other: spec.type === 'date' ? spec.notAfter : undefined, day: after })]
        : []),
    ]
  })
}

/** In a row its own dates are looked at. */
function rowProblems(register: Pick<Register, 'table'>, field: Field, value: unknown): Problem[] {
  const row = findPartTable(register, field)!
  return ((value ?? []) as Values[]).flatMap((values, n) =>
    crossProblems(row, values, Object.keys(values)).map((found) => ({
      ...found,
      field: `${field.id}.${n}.${found.field}`,
    })),
  )
}

function dayIn(value: unknown): string | null {
  if (isDay(value)) return value
  return (value as Deadline | null | undefined)?.date ?? null
}
