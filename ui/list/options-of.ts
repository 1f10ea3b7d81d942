import { fieldTypeOf } from '@anzhi/engine/fields'
import type { Register } from '@anzhi/engine/pack'
import { isUnder } from '@anzhi/engine/query'
import type { FieldEnv } from '../reader/index.ts'

interface Option {
  value: string
  label: string
}

/** The states of a register or the options of a choice, each with its word, in their own order. */
export function optionsOf(register: Register, field: string, env: FieldEnv): Option[] {
  if (field === 'state') {
    return register.states.map((state) => ({
      value: state,
      label: env.word(`state.${register.id}.${state}`),
    }))
  }
  const spec = register.fields[field]?.spec
  const list = spec === undefined ? undefined : fieldTypeOf(spec).key.options?.(spec)
  if (list === undefined) return []
  return (env.options(list) ?? []).map((id) => ({ value: id, label: env.word(`option.${list}.${id}`) }))
}

/** What is chosen when one choice has changed: an option brings those below it, and takes them with it when it goes. */
export function withBelow(
  options: readonly Pick<Option, 'value'>[],
  before: readonly string[],
  now: readonly string[],
): string[] {
  const isBelow = (id: string, others: readonly string[]) => others.some((other) => isUnder(id, other))
  const come = now.filter((id) => !before.includes(id))
  const gone = before.filter((id) => !now.includes(id))
  return options
    .map(({ value }) => value)
    .filter((id) => (now.includes(id) || isBelow(id, come)) && !isBelow(id, gone))
}
