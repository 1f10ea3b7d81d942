import type { CommonSpec, FieldType } from './field-type.ts'
import { type Link, linkType } from './link.ts'

export interface OrganSpec extends CommonSpec {
  type: 'organ'
}

/** An organ of the district, or the name as it was written. */
export const organ: FieldType<OrganSpec, Link> = linkType<OrganSpec, Link>(
  { says: {}, examples: [{ spec: { type: 'organ' }, values: [{ id: null, text: '东园' }] }] },
  () => ['organ'],
  () => false,
)
