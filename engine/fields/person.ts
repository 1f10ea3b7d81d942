import type { CommonSpec, FieldType } from './field-type.ts'
import { type Link, linkType } from './link.ts'

export interface PersonSpec extends CommonSpec {
  type: 'person'
}

/** One of the people of the district, or the name as it was written. */
export const person: FieldType<PersonSpec, Link> = linkType<PersonSpec, Link>(
  { says: {}, examples: [{ spec: { type: 'person' }, values: [{ id: null, text: '张某' }] }] },
  () => ['person'],
  () => false,
)
