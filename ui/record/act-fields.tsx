import type { Register } from '@anzhi/engine/pack'
import type { Problem } from '@anzhi/engine/problem'
import { Textarea } from '@mantine/core'
import { DayInput, fieldControlOf } from '../fields/index.ts'
import { sentenceOf } from '../problems/index.ts'
import { type FieldEnv, useReader } from '../reader/index.ts'
import type { ActForm, AskedField, Draft } from './act-form.ts'
import classes from './record.module.css'

interface ActFieldsProps {
  id: string
  register: Register
  form: ActForm
  draft: Draft
  at: Record<string, Problem>
  env: FieldEnv
  /** Is a reason to be given? */
  reason: boolean
  onField: (field: string, draft: unknown) => void
  onChange: (part: Partial<Draft>) => void
}

/** The fields of an act, one under the other or side by side as there is room. */
export function ActFields(props: ActFieldsProps) {
  const { id, register, form, draft, at, env, onChange } = props
  const { pack, language, word, say, me } = useReader()
  const sentence = (field: string) => {
    const problem = at[field]
    return problem === undefined ? undefined : sentenceOf(problem, language, { pack, register })
  }
  const insideOf = (field: string) => {
    const within = Object.keys(at).filter((place) => place.startsWith(`${field}.`))
    return Object.fromEntries(within.map((place) => [place.slice(field.length + 1), sentence(place)!]))
  }
  return (
    <div className={classes.fields}>
      {form.fields.map((asked) => (
        <OneField
          key={asked.field.id}
          {...props}
          asked={asked}
          problem={sentence(asked.field.id)}
          inside={insideOf(asked.field.id)}
        />
      ))}
      {form.takesDay && (
        <DayInput
          id={`${id}-day`}
          label={say('act.day')}
          description={say('act.dayHint')}
          withAsterisk
          today={me.today}
          latest={me.today}
          value={draft.day}
          error={sentence('day')}
          onChange={(day) => onChange({ day: day ?? env.today })}
        />
      )}
      {props.reason && (
        <Textarea
          id={`${id}-reason`}
          className={classes.wide}
          label={word(form.act.kind === 'remark' ? 'act.remark' : 'reason')}
          withAsterisk
          autosize
          minRows={2}
          value={draft.reason}
          error={sentence('reason')}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
      )}
    </div>
  )
}

interface OneFieldProps extends ActFieldsProps {
  asked: AskedField
  problem: string | undefined
  inside: Record<string, string>
}

function OneField(props: OneFieldProps) {
  const { id, register, draft, env, asked, problem, inside, onField } = props
  const { word } = useReader()
  const { field, required } = asked
  const { Edit, wide } = fieldControlOf(field.spec)
  if (Edit === null) return null
  return (
    <div
      className={wide ? classes.wide : undefined}
      data-problem={problem !== undefined || Object.keys(inside).length > 0 || undefined}
    >
      <Edit
        id={`${id}-${field.id}`}
        label={word(`field.${register.id}.${field.id}`)}
        draft={draft.values[field.id] ?? null}
        spec={field.spec}
        env={env}
        required={required}
        problem={problem}
        inside={inside}
        words={`field.${register.id}.${field.id}`}
        onChange={(value) => onField(field.id, value)}
      />
    </div>
  )
}
