import { type FieldSpec, plainSpec } from '../../fields/index.ts'
import { needTarget } from './facts.ts'
import { type Looking, needField } from './looking.ts'

// What a value may be does not hang on these; all else must be said alike.
const own = ['copy', 'required', 'tracked', 'search', 'was', 'default', 'notAfter', 'notBefore', 'backdate']

/** `site.sector`: a link field of this register, and a field of the same kind in the one it points to. */
export function checkCopy(looking: Looking, field: FieldSpec, path: string): void {
  const [link = '', name = '', ...rest] = field.copy!.split('.')
  const at = `${path}/copy`
  if (name === '' || rest.length > 0) return looking.tell(at, 'wrongValue', field.copy)
  const target = needTarget(looking, link, at)
  if (target === undefined || !needField(target, name, at, looking.tell)) return
  if (kindOf(target.fields[name]!) !== kindOf(field)) looking.tell(at, 'wrongType', name)
}

function kindOf(spec: FieldSpec): string {
  const parts = Object.entries(plainSpec(spec)).filter(([name]) => !own.includes(name))
  return JSON.stringify(parts.sort(([a], [b]) => (a < b ? -1 : 1)))
}
