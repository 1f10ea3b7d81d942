import { TextInput } from '@mantine/core'
import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import { inputProps } from './input-props.ts'

type Spec = SpecOf<'text'>

function Show({ value }: ShowProps<Spec, string>) {
  return <>{value}</>
}

function Edit(props: EditProps<Spec>) {
  return (
    <TextInput
      {...inputProps(props)}
      value={typeof props.draft === 'string' ? props.draft : ''}
      onChange={(event) => props.onChange(event.currentTarget.value || null)}
    />
  )
}

export const text: FieldControl<Spec, string> = { Show, Edit, filter: 'words' }
