import type { CommonSpec, FieldType } from './field-type.ts'
import { linkType, type PlacedLink } from './link.ts'

export interface PartySpec extends CommonSpec {
  type: 'party'
}

/**
 * Whom something concerns: a unit or a person. `register` says which, also of a name that was only written
 * and is in neither register; it is null where not even that is known (after an import).
 */
export const party: FieldType<PartySpec, PlacedLink> = linkType<PartySpec, PlacedLink>(
  {
    says: {},
    examples: [
      {
        spec: { type: 'party' },
        values: [
          { register: 'person', id: null, text: '张某' },
          { register: 'organ', id: '0190a6f0-0000-7000-8000-000000000001', text: null },
        ],
      },
    ],
  },
  () => ['organ', 'person'],
  () => true,
)
