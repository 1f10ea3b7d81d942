import type { CommonSpec, FieldType } from './field-type.ts'
import { type Link, linkType, type PlacedLink } from './link.ts'

export interface RefSpec extends CommonSpec {
  type: 'ref'
  /** The register that it points to; with a list, a value says which of them. */
  to: string | string[]
}

const id = '0190a6f0-0000-7000-8000-000000000001'

/** A record of a register, or of one of several, or what was written. */
export const ref: FieldType<RefSpec, Link | PlacedLink> = linkType<RefSpec, Link | PlacedLink>(
  {
    says: { to: 'registers' },
    examples: [
      { spec: { type: 'ref', to: 'person' }, values: [{ id, text: null }] },
      {
        spec: { type: 'ref', to: ['organ', 'person'] },
        values: [
          { register: 'person', id, text: '张某' },
          { register: null, id: null, text: '东园' },
        ],
      },
    ],
  },
  ({ to }) => (typeof to === 'string' ? [to] : to),
  ({ to }) => typeof to !== 'string',
)
