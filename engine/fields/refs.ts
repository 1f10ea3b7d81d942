import type { FieldType } from './field-type.ts'
import type { Link, PlacedLink } from './link.ts'
import { type LinksSpec, linksType } from './links.ts'
import { type RefSpec, ref } from './ref.ts'

export interface RefsSpec extends LinksSpec {
  type: 'refs'
  /** The register that they are in; with a list, each one says in which of them. */
  to: string | string[]
}

const id = '0190a6f0-0000-7000-8000-000000000001'

/** Several records of a register, or of several registers, in the order given. */
export const refs: FieldType<RefsSpec, (Link | PlacedLink)[]> = linksType<
  RefsSpec,
  RefSpec,
  Link | PlacedLink
>(
  {
    says: { to: 'registers' },
    examples: [
      { spec: { type: 'refs', to: 'person' }, values: [[{ id, text: null }]] },
      {
        spec: { type: 'refs', to: ['organ', 'person'] },
        values: [
          [
            { register: 'person', id, text: '张某' },
            { register: null, id: null, text: '东园' },
          ],
        ],
      },
    ],
  },
  ref,
  ({ to }) => ({ type: 'ref', to }),
)
