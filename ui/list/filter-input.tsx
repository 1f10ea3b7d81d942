import { type Link, linkSpecOf } from '@anzhi/engine/fields'
import type { Register } from '@anzhi/engine/pack'
import { Checkbox, Radio, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DayInput, indented, LinkInput } from '../fields/index.ts'
import type { FieldEnv } from '../reader/index.ts'
import { filterKind, readStretch, writeStretch } from './condition.ts'
import classes from './list.module.css'
import { optionsOf, withBelow } from './options-of.ts'

interface FilterInputProps {
  register: Register
  field: string
  text: string
  label: string
  env: FieldEnv
  onChange: (text: string) => void
}

/** What opens under a filter: boxes to tick, a stretch, a record to be found, or words. */
export function FilterInput(props: FilterInputProps) {
  const { register, field, text, env, label, onChange } = props
  switch (filterKind(register, field)) {
    case 'some':
      return <Some {...props} />
    case 'yesNo':
      return (
        <Radio.Group aria-label={label} value={text} onChange={onChange}>
          <div className={classes.options}>
            <Radio size="xs" value="" label={env.say('list.any')} />
            <Radio size="xs" value="yes" label={env.word('yes')} />
            <Radio size="xs" value="no" label={env.word('no')} />
          </div>
        </Radio.Group>
      )
    case 'days':
      return <Days {...props} />
    case 'link':
      return <LinkPick {...props} />
    default:
      return <Typed {...props} />
  }
}

function Days({ text, env, onChange }: FilterInputProps) {
  const [from, to] = readStretch(text)
  return (
    <div className={classes.stretch}>
      <DayInput
        inPlace
        today={env.today}
        size="xs"
        label={env.say('list.from')}
        value={from || null}
        onChange={(day) => onChange(writeStretch(day ?? '', to))}
      />
      <DayInput
        inPlace
        today={env.today}
        size="xs"
        label={env.say('list.to')}
        value={to || null}
        onChange={(day) => onChange(writeStretch(from, day ?? ''))}
      />
    </div>
  )
}

function LinkPick({ register, field, text, label, env, onChange }: FilterInputProps) {
  const declared = register.fields[field]?.spec
  const spec = declared === undefined ? undefined : linkSpecOf(declared)
  if (spec === undefined) return null
  const draft: Link | null = text === '' ? null : { id: text, text: null }
  return (
    <div className={classes.link}>
      <LinkInput
        id={`filter-${field}`}
        label={label}
        draft={draft}
        spec={spec}
        env={env}
        required={false}
        asFilter
        onChange={(link) => onChange((link as Link | null)?.id ?? '')}
      />
    </div>
  )
}

/** Boxes to tick. */
function Some({ register, field, text, env, label, onChange }: FilterInputProps) {
  const options = optionsOf(register, field, env)
  const chosen = text === '' ? [] : text.split(',')
  return (
    <Checkbox.Group
      aria-label={label}
      value={chosen}
      onChange={(now) => onChange(withBelow(options, chosen, now).join(','))}
    >
      <div className={classes.options}>
        {options.map((option) => (
          <Checkbox key={option.value} size="xs" style={indented(option.value)} {...option} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

/** Words or numbers, taken when the cursor leaves or on Enter. */
function Typed({ register, field, text, env, onChange }: FilterInputProps) {
  const isStretch = filterKind(register, field) === 'stretch'
  const [ends, setEnds] = useState(isStretch ? readStretch(text) : [text])
  const take = () => onChange(isStretch ? writeStretch(ends[0] ?? '', ends[1] ?? '') : (ends[0] ?? ''))
  return (
    <form
      className={classes.stretch}
      onSubmit={(event) => {
        event.preventDefault()
        take()
      }}
    >
      {ends.map((end, index) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: the two ends of a stretch have no other name
          key={index}
          size="xs"
          label={env.say(isStretch ? (index === 0 ? 'list.from' : 'list.to') : 'list.contains')}
          value={end}
          onChange={(event) => setEnds(ends.with(index, event.currentTarget.value))}
          onBlur={take}
        />
      ))}
    </form>
  )
}
