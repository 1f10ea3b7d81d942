import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'
import { TypedText } from './typed-text.tsx'

type Spec = SpecOf<'identityNumber'>

function Show({ value }: ShowProps<Spec, string>) {
  return <span className={classes.serial}>{value}</span>
}

function Edit(props: EditProps<Spec>) {
  return <TypedText {...props} inputMode="text" write={String} />
}

/** A citizen's identity number. */
export const identityNumber: FieldControl<Spec, string> = { Show, Edit, filter: 'words' }
