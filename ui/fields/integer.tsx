import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import { TypedText } from './typed-text.tsx'

type Spec = SpecOf<'integer'>

function Show({ value }: ShowProps<Spec, number>) {
  return <>{String(value)}</>
}

function Edit(props: EditProps<Spec>) {
  return <TypedText {...props} write={String} />
}

export const integer: FieldControl<Spec, number> = { Show, Edit, numeric: true, filter: 'stretch' }
