import type { OrganSpec } from './organ.ts'
import type { PersonSpec } from './person.ts'
import type { RefSpec } from './ref.ts'

/** A field that points to one register. */
export type LinkSpec = OrganSpec | PersonSpec | (RefSpec & { to: string })

export function isLinkSpec(spec: { type: string; to?: unknown }): spec is LinkSpec {
  if (spec.type === 'ref') return typeof spec.to === 'string'
  return spec.type === 'organ' || spec.type === 'person'
}

/** The register that such a field points to. */
export function targetOf(spec: LinkSpec): string {
  return spec.type === 'ref' ? spec.to : spec.type
}
