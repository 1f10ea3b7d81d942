import type { FieldType } from './field-type.ts'
import type { Link } from './link.ts'
import { type LinksSpec, linksType } from './links.ts'
import { type OrganSpec, organ } from './organ.ts'

export interface OrgansSpec extends LinksSpec {
  type: 'organs'
}

const id = '0190a6f0-0000-7000-8000-000000000001'

/** Several organs of the district, in the order given: those who go together, those who are told. */
export const organs: FieldType<OrgansSpec, Link[]> = linksType<OrgansSpec, OrganSpec, Link>(
  {
    says: {},
    examples: [
      {
        spec: { type: 'organs' },
        values: [[{ id: null, text: '东园' }], [{ id, text: null }, { text: '西园' }]],
      },
    ],
  },
  organ,
  () => ({ type: 'organ' }),
)
