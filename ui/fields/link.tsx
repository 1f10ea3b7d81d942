import { fieldTypeOf, type Link, type LinkSpec, type PlacedLink, registerOf } from '@anzhi/engine/fields'
import type { EditProps, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'
import { LinkInput } from './link-input.tsx'

type AnyLinkSpec = SpecOf<'organ' | 'person' | 'ref' | 'party'>

/** The title of what was found, leading to it; what was only written, as it was written. */
export function ShowLink({ value, spec, env }: ShowProps<AnyLinkSpec, Link | PlacedLink>) {
  const { id, text } = value
  const register = registerOf(value, fieldTypeOf(spec).targets!(spec))
  const title = id === null ? undefined : env.titleOf(register, id)
  if (id === null || title === undefined) {
    return (
      <span className={classes.unresolved} title={id === null ? env.say('link.unresolved') : undefined}>
        {text ?? '…'}
      </span>
    )
  }
  return (
    <env.RecordLink register={register} id={id}>
      {title}
    </env.RecordLink>
  )
}

/** For a link to one register. */
export function EditLink(props: EditProps<LinkSpec>) {
  return <LinkInput {...props} draft={(props.draft ?? null) as Link | null} />
}
