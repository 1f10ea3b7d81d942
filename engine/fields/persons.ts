import type { FieldType } from './field-type.ts'
import type { Link } from './link.ts'
import { type LinksSpec, linksType } from './links.ts'
import { type PersonSpec, person } from './person.ts'

export interface PersonsSpec extends LinksSpec {
  type: 'persons'
}

/** Several people, in the order given. */
export const persons: FieldType<PersonsSpec, Link[]> = linksType<PersonsSpec, PersonSpec, Link>(
  {
    says: {},
    examples: [{ spec: { type: 'persons', max: 9 }, values: [[{ text: '张某' }, { text: '韦某' }]] }],
  },
  person,
  () => ({ type: 'person' }),
)
