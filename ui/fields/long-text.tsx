import { Textarea } from '@mantine/core'
import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'
import { inputProps } from './input-props.ts'

type Spec = SpecOf<'longText'>

function Show({ value }: ShowProps<Spec, string>) {
  return <span className={classes.lines}>{value}</span>
}

function Edit(props: EditProps<Spec>) {
  return (
    <Textarea
      {...inputProps(props)}
      autosize
      minRows={2}
      maxRows={12}
      value={typeof props.draft === 'string' ? props.draft : ''}
      onChange={(event) => props.onChange(event.currentTarget.value || null)}
    />
  )
}

/** Text of several lines. */
export const longText: FieldControl<Spec, string> = { Show, Edit, wide: true, filter: 'words' }
