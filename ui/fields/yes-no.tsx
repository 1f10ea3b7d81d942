import { Radio } from '@mantine/core'
import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'

type Spec = SpecOf<'yesNo'>

function Show({ value, env }: ShowProps<Spec, boolean>) {
  return <>{env.word(value ? 'yes' : 'no')}</>
}

function Edit({ id, label, required, problem, draft, env, onChange }: EditProps<Spec>) {
  const value = typeof draft === 'boolean' ? (draft ? 'yes' : 'no') : ''
  const read = (chosen: string) => (chosen === '' ? null : chosen === 'yes')
  return (
    <Radio.Group
      label={label}
      withAsterisk={required}
      error={problem}
      value={value}
      onChange={(chosen) => onChange(read(chosen))}
    >
      <div className={classes.row}>
        <Radio id={id} value="yes" label={env.word('yes')} />
        <Radio value="no" label={env.word('no')} />
        {!required && <Radio value="" label={env.say('record.unknown')} />}
      </div>
    </Radio.Group>
  )
}

/** Yes or no; unknown is a third thing and can be chosen where the field may stay open. */
export const yesNo: FieldControl<Spec, boolean> = { Show, Edit, filter: 'yesNo' }
