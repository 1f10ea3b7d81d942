import { fieldTypeOf } from '@anzhi/engine/fields'
import { Checkbox, MultiSelect } from '@mantine/core'
import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'
import { indented } from './indented.ts'
import { inputProps } from './input-props.ts'

type Spec = SpecOf<'choices'>

// Up to this many options are all in sight; more of them fold into a list.
const inSight = 8

function Show({ value, spec, env }: ShowProps<Spec, string[]>) {
  return <>{fieldTypeOf(spec).show(value, spec, env)}</>
}

function Edit(props: EditProps<Spec>) {
  const { id, label, problem, required, spec, env, draft, onChange } = props
  const options = (env.options(spec.options) ?? []).map((option) => ({
    value: option,
    label: env.word(`option.${spec.options}.${option}`),
  }))
  const value = Array.isArray(draft) ? (draft as string[]) : []
  const change = (chosen: string[]) => onChange(chosen.length === 0 ? null : chosen)
  if (options.length > inSight || props.narrow === true) {
    return (
      <MultiSelect
        {...inputProps(props)}
        data={options}
        value={value}
        onChange={change}
        searchable
        nothingFoundMessage={env.say('link.none')}
        renderOption={({ option }) => <span style={indented(option.value)}>{option.label}</span>}
        placeholder={value.length === 0 ? env.say('choice.pick') : undefined}
      />
    )
  }
  return (
    <Checkbox.Group label={label} error={problem} withAsterisk={required} value={value} onChange={change}>
      <div className={classes.row}>
        {options.map((option, index) => (
          <Checkbox key={option.value} {...option} id={index === 0 ? id : undefined} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

/** Several of a list's options. */
export const choices: FieldControl<Spec, string[]> = {
  Show,
  Edit,
  wide: true,
  filter: 'some',
  unordered: true,
}
