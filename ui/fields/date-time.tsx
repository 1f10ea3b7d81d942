import { showInstant } from '@anzhi/engine/fields'
import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import { TypedText } from './typed-text.tsx'

type Spec = SpecOf<'dateTime'>

function Show({ value }: ShowProps<Spec, string>) {
  return <time dateTime={value}>{showInstant(value)}</time>
}

function Edit(props: EditProps<Spec>) {
  return <TypedText {...props} inputMode="text" write={(value) => showInstant(String(value))} />
}

/** A moment by the clock in Asia/Shanghai. */
export const dateTime: FieldControl<Spec, string> = { Show, Edit, filter: 'days' }
