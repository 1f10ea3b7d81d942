import { fieldTypeOf, type ShowEnv } from '../fields/index.ts'
import type { Register } from '../pack/index.ts'
import type { Values } from './record.ts'

/** The title of a record in one line: `{number} {what}` with its values put in; unknown ones leave nothing. */
export function titleOf(register: Register, values: Values, env: ShowEnv): string {
  const title = register.title.replace(/\{([^}]*)\}/g, (_whole, name: string) => {
    const value = values[name]
    const { spec } = register.fields[name]!
    return value == null ? '' : fieldTypeOf(spec).show(value, spec, env)
  })
  const line = title.replace(/\s+/g, ' ').trim()
  const signs = [...line]
  return signs.length > 120 ? `${signs.slice(0, 119).join('')}…` : line
}
