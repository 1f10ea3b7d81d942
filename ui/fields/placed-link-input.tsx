import { fieldTypeOf, type Link, type PlacedLink, registerOf } from '@anzhi/engine/fields'
import { Input, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { EditProps, SpecOf } from './field-control.ts'
import classes from './fields.module.css'
import { LinkInput } from './link-input.tsx'

/** First in which of several registers, then which record of it. What is written keeps the register it was looked for in. */
export function PlacedLinkInput(props: EditProps<SpecOf<'ref' | 'party'>>) {
  const { label, required, problem, spec, env, onChange } = props
  const targets = fieldTypeOf(spec).targets!(spec)
  const draft = (props.draft ?? null) as PlacedLink | null
  const [chosen, setChosen] = useState(targets[0]!)
  const register = draft === null ? chosen : registerOf(draft, [chosen])
  const change = (link: Link | null) => onChange(link === null ? null : { ...link, register })
  return (
    <Input.Wrapper label={label} withAsterisk={required} error={problem} labelElement="div">
      <fieldset className={classes.stack} aria-label={label}>
        <SegmentedControl
          aria-label={env.say('link.register')}
          data={targets.map((id) => ({ value: id, label: env.word(`register.${id}`) }))}
          value={register}
          onChange={(next) => {
            setChosen(next)
            // What was found in the one is not in the other; what was written may be.
            if (draft !== null) onChange(draft.text === null ? null : { ...draft, id: null, register: next })
          }}
        />
        <LinkInput
          id={props.id}
          label=""
          aria-label={label}
          draft={draft}
          spec={{ type: 'ref', to: register }}
          env={env}
          required={false}
          onChange={(link) => change(link as Link | null)}
        />
      </fieldset>
    </Input.Wrapper>
  )
}
