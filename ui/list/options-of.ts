import { fieldTypeOf } from '@anzhi/engine/fields'
import type { Register } from '@anzhi/engine/pack'
import type { FieldEnv } from '../reader/index.ts'

/** The states of a register or the options of a choice, each with its word, in their own order. */
export function optionsOf(
  register: Register,
  field: string,
  env: FieldEnv,
): { value: string; label: string }[] {
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
