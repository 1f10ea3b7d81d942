import type { Link } from '@anzhi/engine/fields'
import type { FieldControl, SpecOf } from './field-control.ts'
import { EditLink, ShowLink } from './link.tsx'

export const person: FieldControl<SpecOf<'person'>, Link> = { Show: ShowLink, Edit: EditLink, filter: 'link' }
