import type { Link, PlacedLink } from '@anzhi/engine/fields'
import type { FieldControl, SpecOf } from './field-control.ts'
import { LinksInput, ShowLinks } from './links-input.tsx'

/** Several records. */
export const refs: FieldControl<SpecOf<'refs'>, (Link | PlacedLink)[]> = {
  Show: ShowLinks,
  Edit: LinksInput,
  wide: true,
  filter: ({ to }) => (typeof to === 'string' ? 'link' : undefined),
  unordered: true,
}
