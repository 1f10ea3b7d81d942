import type { Link } from '@anzhi/engine/fields'
import type { FieldControl, SpecOf } from './field-control.ts'
import { EditLink, ShowLink } from './link.tsx'

export const organ: FieldControl<SpecOf<'organ'>, Link> = { Show: ShowLink, Edit: EditLink, filter: 'link' }
