import { fieldTypeOf, fieldTypes } from '../../fields/index.ts'
import { type Looking, needField, needType } from './looking.ts'

/** Tells in what records cannot be compared: in what is not there, or has no one key. */
export function checkUnique({ spec, tell }: Looking, path: string): void {
  for (const [n, { fields, blank = [], within = [] }] of (spec.unique ?? []).entries()) {
    const at = `${path}/unique/${n}`
    for (const name of [...fields, ...blank]) {
      if (!needField(spec, name, at, tell)) continue
      const field = spec.fields[name]!
      const isKnown = Object.hasOwn(fieldTypes, field.type)
      const type = isKnown ? fieldTypeOf(field) : undefined
      if (type?.key.kind === 'set' || type?.parts !== undefined) tell(at, 'wrongType', name)
    }
    for (const name of within) needType(spec, name, ['date'], at, tell)
  }
}

/** Tells which field an act cannot fill with a number of its own. */
export function checkIssues({ spec, tell }: Looking, issues: string | undefined, path: string): void {
  if (issues === undefined || !needField(spec, issues, path, tell)) return
  const field = spec.fields[issues]!
  if (field.type !== 'documentNumber' || field.ours === undefined) tell(path, 'wrongType', issues)
}
