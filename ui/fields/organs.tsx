import type { Link } from '@anzhi/engine/fields'
import type { FieldControl, SpecOf } from './field-control.ts'
import { LinksInput, ShowLinks } from './links-input.tsx'

/** Several organs. */
export const organs: FieldControl<SpecOf<'organs'>, Link[]> = {
  Show: ShowLinks,
  Edit: LinksInput,
  wide: true,
  filter: 'link',
  unordered: true,
}
