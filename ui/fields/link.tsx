import { type Link, type LinkSpec, targetOf } from '@anzhi/engine/fields'
import type { EditProps, FieldControl, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'
import { LinkInput } from './link-input.tsx'

function Show<Spec extends LinkSpec>({ value, spec, env }: ShowProps<Spec, Link>) {
  const { id, text } = value
  const title = id === null ? undefined : env.titleOf(targetOf(spec), id)
  if (id === null || title === undefined) {
    return (
      <span className={classes.unresolved} title={id === null ? env.say('link.unresolved') : undefined}>
        {text ?? '…'}
      </span>
    )
  }
  return (
    <env.RecordLink register={targetOf(spec)} id={id}>
      {title}
    </env.RecordLink>
  )
}

function Edit<Spec extends LinkSpec>(props: EditProps<Spec>) {
  return <LinkInput {...props} draft={(props.draft ?? null) as Link | null} />
}

const link = { Show, Edit }

export const organ: FieldControl<SpecOf<'organ'>, Link> = link
export const person: FieldControl<SpecOf<'person'>, Link> = link
export const ref: FieldControl<SpecOf<'ref'>, Link> = link
