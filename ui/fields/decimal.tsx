import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import { TypedText } from './typed-text.tsx'

type Spec = SpecOf<'decimal'>

function Show({ value }: ShowProps<Spec, string>) {
  return <>{value}</>
}

function Edit(props: EditProps<Spec>) {
  return <TypedText {...props} write={String} />
}

/** A number with decimals. */
export const decimal: FieldControl<Spec, string> = { Show, Edit, numeric: true, filter: 'stretch' }
