import { fieldTypeOf } from '../../fields/index.ts'
import { checkCondition } from './facts.ts'
import { checkBy, isKnownType, type Looking, needField } from './looking.ts'

const plainKey = /^[a-z][a-zA-Z0-9-]{0,39}$/

/** Tells what is wrong with how the records of a register come to belong to campaigns. */
export function checkTags(looking: Looking, path: string): void {
  const { declared, spec, tell } = looking
  const { tagged, tagRules = [], carries } = spec
  if (typeof tagged === 'object') checkBy(looking, tagged.by, `${path}/tagged`, false)
  if (tagged === undefined && tagRules.length > 0) tell(`${path}/tagRules`, 'wrongValue', 'tagged')
  if (tagged === undefined && carries !== undefined) tell(`${path}/carries`, 'wrongValue', 'tagged')
  tagRules.forEach(({ scope, where }, n) => {
    if (!plainKey.test(scope)) tell(`${path}/tagRules/${n}`, 'badId', scope)
    checkCondition(declared, spec, where, `${path}/tagRules/${n}`, tell)
  })
  if (carries !== undefined) checkCarries(looking, carries, `${path}/carries`)
}

/** It is taken over from one record, of a register whose records belong to campaigns themselves. */
function checkCarries({ declared, spec, tell }: Looking, name: string, path: string): void {
  if (!needField(spec, name, path, tell)) return
  const field = spec.fields[name]!
  // An unknown type is told where it is declared.
  if (!isKnownType(field)) return
  const { parts, targets } = fieldTypeOf(field)
  const [target, ...others] = targets?.(field) ?? []
  const isTagged = target !== undefined && declared.registers.get(target)?.tagged !== undefined
  if (parts !== undefined || others.length > 0 || !isTagged) tell(path, 'wrongType', name)
}
