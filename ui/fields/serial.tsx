import type { FieldControl, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'

type Spec = SpecOf<'serial'>

function Show({ value }: ShowProps<Spec, string>) {
  return <span className={classes.serial}>{value}</span>
}

/** The office's running number: given by the counter, never typed. */
export const serial: FieldControl<Spec, string> = { Show, Edit: null, filter: 'words' }
