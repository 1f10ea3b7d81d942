import { type Deadline, deadlineKinds, fieldTypeOf } from '@anzhi/engine/fields'
import { Input, SegmentedControl, TextInput } from '@mantine/core'
import { DayInput } from './day-input.tsx'
import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'

type Spec = SpecOf<'deadline'>

function Show({ value, spec, env }: ShowProps<Spec, Deadline>) {
  return <>{fieldTypeOf(spec).show(value, spec, env)}</>
}

const nothing: Deadline = { kind: 'day', date: null, text: null }

function Edit({ id, label, required, problem, draft, env, onChange }: EditProps<Spec>) {
  const now = (draft ?? nothing) as Deadline
  const change = (part: Partial<Deadline>) => {
    const next = { ...now, ...part }
    const empty = next.kind === 'day' && next.date === null
    onChange(empty ? null : next)
  }
  const hasDay = now.kind === 'day' || now.kind === 'text'
  const kinds = deadlineKinds.map((kind) => ({ value: kind, label: env.word(`deadline.${kind}`) }))
  return (
    <Input.Wrapper label={label} withAsterisk={required} error={problem} labelElement="div">
      <fieldset id={hasDay ? undefined : id} className={classes.stack} aria-label={label}>
        <SegmentedControl
          aria-label={env.say('deadline.kind')}
          data={kinds}
          value={now.kind}
          onChange={(kind) => change({ kind: kind as Deadline['kind'] })}
        />
        {now.kind === 'text' && (
          <TextInput
            aria-label={env.say('deadline.words')}
            placeholder={env.say('deadline.words')}
            value={now.text ?? ''}
            onChange={(event) => change({ text: event.currentTarget.value || null })}
          />
        )}
        {hasDay && (
          <DayInput
            id={id}
            aria-label={env.say(now.kind === 'day' ? 'deadline.day' : 'deadline.dayIfAny')}
            today={env.today}
            error={problem !== undefined}
            value={now.date}
            onChange={(date) => change({ date })}
          />
        )}
      </fieldset>
    </Input.Wrapper>
  )
}

/** A day, at once, standing, or words with or without a day. */
export const deadline: FieldControl<Spec, Deadline> = { Show, Edit, wide: true, filter: 'days' }
