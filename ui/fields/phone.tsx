import { fieldTypeOf } from '@anzhi/engine/fields'
import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'
import { TypedText } from './typed-text.tsx'

type Spec = SpecOf<'phone'>

function Show({ value, spec, env }: ShowProps<Spec, string>) {
  return <span className={classes.serial}>{fieldTypeOf(spec).show(value, spec, env)}</span>
}

function Edit(props: EditProps<Spec>) {
  return (
    <TypedText
      {...props}
      inputMode="tel"
      write={(value) => fieldTypeOf(props.spec).show(value, props.spec, props.env)}
    />
  )
}

/** A telephone number. */
export const phone: FieldControl<Spec, string> = { Show, Edit, filter: 'words' }
