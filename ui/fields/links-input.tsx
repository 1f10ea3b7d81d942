import { fieldTypeOf, isLinkSpec, type Link, type PlacedLink } from '@anzhi/engine/fields'
import { CloseButton, Input } from '@mantine/core'
import type { EditProps, ShowProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'
import { ShowLink } from './link.tsx'
import { LinkInput } from './link-input.tsx'
import { PlacedLinkInput } from './placed-link-input.tsx'

type ManySpec = SpecOf<'organs' | 'persons' | 'refs'>
type AnyLink = Link | PlacedLink
type OneSpec = SpecOf<'organ' | 'person' | 'ref'>

/** The declaration of one of several links. */
function oneOf(spec: ManySpec): OneSpec {
  return fieldTypeOf(spec).parts!.fields(spec).link as OneSpec
}

export function ShowLinks({ value, spec, env }: ShowProps<ManySpec, AnyLink[]>) {
  return (
    <ul className={classes.links}>
      {value.map((link) => (
        <li key={keyOf(link)}>
          <ShowLink value={link} spec={oneOf(spec)} env={env} />
        </li>
      ))}
    </ul>
  )
}

const keyOf = (link: AnyLink) => link.id ?? `${link.text}`

/** One after the other, in the order in which they are added; each can be taken away again. */
export function LinksInput({
  id,
  label,
  required,
  problem,
  spec,
  env,
  draft,
  onChange,
}: EditProps<ManySpec>) {
  const links = Array.isArray(draft) ? (draft as AnyLink[]) : []
  const one = oneOf(spec)
  const add = (link: unknown) => {
    const isThere = links.some((other) => keyOf(other) === keyOf(link as AnyLink))
    if (link !== null && !isThere) onChange([...links, link])
  }
  const remove = (gone: AnyLink) => {
    const rest = links.filter((link) => link !== gone)
    onChange(rest.length === 0 ? null : rest)
  }
  const adding = { id, draft: null, env, required: false, onChange: add }
  return (
    <Input.Wrapper label={label} withAsterisk={required} error={problem} labelElement="div">
      <fieldset className={classes.stack} aria-label={label}>
        {links.length > 0 && (
          <ul className={classes.links}>
            {links.map((link) => (
              <li key={keyOf(link)} className={classes.chosen}>
                <ShowLink value={link} spec={one} env={env} />
                <CloseButton
                  size="xs"
                  aria-label={env.say('links.remove', { name: nameOf(link, one, env) })}
                  onClick={() => remove(link)}
                />
              </li>
            ))}
          </ul>
        )}
        <div className={classes.adding}>
          {isLinkSpec(one) ? (
            <LinkInput {...adding} label="" aria-label={label} spec={one} />
          ) : (
            <PlacedLinkInput {...adding} label={env.say('links.add')} spec={one} />
          )}
        </div>
      </fieldset>
    </Input.Wrapper>
  )
}

function nameOf(link: AnyLink, spec: OneSpec, env: EditProps<ManySpec>['env']): string {
  return fieldTypeOf(spec).show(link, spec, env)
}
