import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import { TypedText } from './typed-text.tsx'

type Spec = SpecOf<'quarter'>

function Show({ value }: ShowProps<Spec, string>) {
  return <>{value}</>
}

function Edit(props: EditProps<Spec>) {
  return <TypedText {...props} inputMode="text" write={String} />
}

/** A quarter of a year, typed in any of the spellings that people use. */
export const quarter: FieldControl<Spec, string> = { Show, Edit, filter: 'stretch' }
