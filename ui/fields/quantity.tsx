import { fieldTypeOf, type Quantity, unitsOf, unitWord } from '@anzhi/engine/fields'
import { Input, Select, TextInput } from '@mantine/core'
import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'

type Spec = SpecOf<'quantity'>

function Show({ value, spec, env }: ShowProps<Spec, Quantity>) {
  return <>{fieldTypeOf(spec).show(value, spec, env)}</>
}

/** What was typed stays as it was typed until it is an amount; the check tells what is wrong with it. */
function Edit({ id, label, required, problem, draft, spec, env, onChange }: EditProps<Spec>) {
  const units = unitsOf(spec, env.options)
  const { amount = '', unit = units[0] ?? '' } = (draft ?? {}) as Partial<Quantity>
  const change = (next: Quantity) => onChange(next.amount === '' ? null : next)
  return (
    <Input.Wrapper label={label} withAsterisk={required} error={problem} labelElement="div">
      <fieldset className={classes.pair} aria-label={label}>
        <TextInput
          id={id}
          inputMode="decimal"
          aria-label={env.say('quantity.amount')}
          aria-required={required || undefined}
          error={problem !== undefined}
          value={amount}
          onChange={(event) => change({ amount: event.currentTarget.value.trim(), unit })}
        />
        <Select
          aria-label={env.say('quantity.unit')}
          data={units.map((one) => ({ value: one, label: unitWord(one, spec, env) }))}
          value={unit}
          allowDeselect={false}
          onChange={(chosen) => chosen !== null && change({ amount, unit: chosen })}
        />
      </fieldset>
    </Input.Wrapper>
  )
}

/** An amount and its unit. */
export const quantity: FieldControl<Spec, Quantity> = {
  Show,
  Edit,
  numeric: true,
  // Amounts of several units cannot be compared.
  filter: ({ units }) => (Array.isArray(units) && units.length === 1 ? 'stretch' : undefined),
}
