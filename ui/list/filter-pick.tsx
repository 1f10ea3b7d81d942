import { linkSpecOf, targetOf } from '@anzhi/engine/fields'
import type { Register } from '@anzhi/engine/pack'
import { Popover, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { Icon } from '../icons/index.ts'
import { type FieldEnv, useReader } from '../reader/index.ts'
import { filterKind, readStretch } from './condition.ts'
import { FilterInput } from './filter-input.tsx'
import classes from './list.module.css'
import { optionsOf } from './options-of.ts'

interface FilterPickProps {
  register: Register
  field: string
  text: string
  env: FieldEnv
  onChange: (text: string) => void
}

/** One filter: a button that says what is chosen, and opens to choose. */
export function FilterPick({ register, field, text, env, onChange }: FilterPickProps) {
  const { word } = useReader()
  const [opened, setOpened] = useState(false)
  const name = word(field === 'state' ? 'field.state' : `field.${register.id}.${field}`)
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      trapFocus
      returnFocus
      position="bottom-start"
      shadow="sm"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <UnstyledButton
          className={classes.pick}
          data-chosen={text !== '' || undefined}
          onClick={() => setOpened((now) => !now)}
        >
          <span>{name}</span>
          <strong>{chosenWords(register, field, text, env)}</strong>
          <Icon name="down" size={12} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        <FilterInput
          register={register}
          field={field}
          text={text}
          env={env}
          label={name}
          onChange={onChange}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

/** What is chosen, in a few words. */
function chosenWords(register: Register, field: string, text: string, env: FieldEnv): string {
  if (text === '') return env.say('list.any')
  const kind = filterKind(register, field)
  if (kind === 'yesNo') return env.word(text)
  if (kind === 'days' || kind === 'stretch') {
    const [from, to] = readStretch(text)
    return from !== '' && to !== '' ? `${from} – ${to}` : from === '' ? `≤ ${to}` : `≥ ${from}`
  }
  if (kind === 'some') {
    const words = text
      .split(',')
      .map((id) => optionsOf(register, field, env).find(({ value }) => value === id)?.label)
    return words.length > 2
      ? `${words[0]} +${words.length - 1}`
      : words.join(env.language === 'zh' ? '、' : ', ')
  }
  return kind === 'link' ? (titleOfLink(register, field, text, env) ?? '…') : text
}

function titleOfLink(register: Register, field: string, id: string, env: FieldEnv): string | undefined {
  const spec = register.fields[field]?.spec
  const link = spec === undefined ? undefined : linkSpecOf(spec)
  return link === undefined ? undefined : env.titleOf(targetOf(link), id)
}
