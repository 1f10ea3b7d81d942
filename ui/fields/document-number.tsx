import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'
import { TypedText } from './typed-text.tsx'

type Spec = SpecOf<'documentNumber'>

function Show({ value }: ShowProps<Spec, string>) {
  return <span className={classes.serial}>{value}</span>
}

function Edit(props: EditProps<Spec>) {
  return <TypedText {...props} inputMode="text" write={String} />
}

/** The number of a document, as it is printed. */
export const documentNumber: FieldControl<Spec, string> = { Show, Edit, filter: 'words' }
