import { Radio, Select } from '@mantine/core'
import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'
import { indented } from './indented.ts'
import { inputProps } from './input-props.ts'

type Spec = SpecOf<'choice'>

// Up to this many options are all in sight; more of them fold into a list.
const inSight = 5

function Show({ value, spec, env }: ShowProps<Spec, string>) {
  return <>{env.word(`option.${spec.options}.${value}`)}</>
}

function Edit(props: EditProps<Spec>) {
  const { spec, env, draft, onChange } = props
  const options = (env.options(spec.options) ?? []).map((id) => ({
    value: id,
    label: env.word(`option.${spec.options}.${id}`),
  }))
  const value = typeof draft === 'string' ? draft : null
  if (options.length > inSight || props.narrow === true) {
    return (
      <Select
        {...inputProps(props)}
        data={options}
        value={value}
        onChange={onChange}
        searchable
        clearable={!props.required}
        nothingFoundMessage={env.say('link.none')}
        placeholder={env.say('choice.pick')}
        renderOption={({ option }) => <span style={indented(option.value)}>{option.label}</span>}
      />
    )
  }
  const { label, problem, required } = props
  return (
    <Radio.Group label={label} error={problem} withAsterisk={required} value={value} onChange={onChange}>
      <div className={classes.row}>
        {options.map((option, index) => (
          <Radio key={option.value} {...option} id={index === 0 ? props.id : undefined} />
        ))}
      </div>
    </Radio.Group>
  )
}

/** One of a list's options. */
export const choice: FieldControl<Spec, string> = { Show, Edit, filter: 'some' }
