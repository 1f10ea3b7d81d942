import type { PlacedLink } from '@anzhi/engine/fields'
import type { FieldControl, SpecOf } from './field-control.ts'
import { ShowLink } from './link.tsx'
import { PlacedLinkInput } from './placed-link-input.tsx'

/** A unit or a person. */
export const party: FieldControl<SpecOf<'party'>, PlacedLink> = { Show: ShowLink, Edit: PlacedLinkInput }
