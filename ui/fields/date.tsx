import { DayInput } from './day-input.tsx'
import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'

type Spec = SpecOf<'date'>

function Show({ value }: ShowProps<Spec, string>) {
  return <time dateTime={value}>{value}</time>
}

function Edit({ id, label, required, problem, draft, spec, env, onChange }: EditProps<Spec>) {
  return (
    <DayInput
      id={id}
      label={label}
      today={env.today}
      withAsterisk={required}
      error={problem}
      latest={spec.notAfter === 'today' ? env.today : undefined}
      value={typeof draft === 'string' ? draft : null}
      onChange={onChange}
    />
  )
}

export const date: FieldControl<Spec, string> = { Show, Edit, filter: 'days' }
