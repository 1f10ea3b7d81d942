import { isLinkSpec, type Link, type PlacedLink } from '@anzhi/engine/fields'
import type { EditProps, FieldControl, SpecOf } from './field-control.ts'
import { EditLink, ShowLink } from './link.tsx'
import { PlacedLinkInput } from './placed-link-input.tsx'

type Spec = SpecOf<'ref'>

function Edit(props: EditProps<Spec>) {
  const { spec } = props
  return isLinkSpec(spec) ? <EditLink {...props} spec={spec} /> : <PlacedLinkInput {...props} />
}

/** A record of one register, or of one of several. */
export const ref: FieldControl<Spec, Link | PlacedLink> = {
  Show: ShowLink,
  Edit,
  filter: (spec) => (isLinkSpec(spec) ? 'link' : undefined),
}
