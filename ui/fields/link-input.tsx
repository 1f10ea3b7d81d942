import { type Link, type LinkSpec, targetOf } from '@anzhi/engine/fields'
import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useState } from 'react'
import type { EditProps } from './field-control.ts'
import { inputProps } from './input-props.ts'
import { useFound } from './use-found.ts'

interface LinkInputProps extends EditProps<LinkSpec> {
  /** Where the label stands elsewhere. */
  'aria-label'?: string
  draft: Link | null
  /** For a filter: nothing may be kept as written, and the list is a part of what opened it. */
  asFilter?: boolean
}

/**
 * Finds a record of another register by its name. What is not found there can be kept as written: it is
 * legal, and shows up as not yet resolved.
 */
export function LinkInput(props: LinkInputProps) {
  const { draft, spec, env, onChange } = props
  const box = useCombobox({ onDropdownClose: () => setTyped(null) })
  const [typed, setTyped] = useState<string | null>(null)
  const found = useFound(env.findRecords, targetOf(spec), box.dropdownOpened ? (typed ?? '') : null)
  const resting =
    draft === null
      ? ''
      : draft.id === null
        ? (draft.text ?? '')
        : (env.titleOf(targetOf(spec), draft.id) ?? '…')

  function choose(value: string) {
    const record = found.records.find(({ id }) => id === value)
    if (record === undefined && props.asFilter === true) return
    onChange(record === undefined ? { id: null, text: (typed ?? '').trim() } : { id: record.id, text: null })
    box.closeDropdown()
  }

  return (
    <Combobox
      store={box}
      onOptionSubmit={choose}
      withinPortal={props.asFilter !== true}
      transitionProps={{ duration: 0 }}
    >
      <Combobox.Target>
        <TextInput
          {...inputProps(props)}
          aria-label={props['aria-label']}
          placeholder={env.say('link.find')}
          value={typed ?? resting}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            box.openDropdown()
            box.updateSelectedOptionIndex()
          }}
          onClick={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
          rightSection={
            draft === null ? undefined : (
              <CloseButton size="sm" aria-label={env.say('list.clear')} onClick={() => onChange(null)} />
            )
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.records.length === 0 && !found.done}>
        <Combobox.Options
          mah={240}
          style={{ overflowY: 'auto' }}
          aria-label={props['aria-label'] ?? props.label}
        >
          {found.records.map(({ id, title }) => (
            <Combobox.Option key={id} value={id}>
              {title}
            </Combobox.Option>
          ))}
          {!found.done && <Loader size="xs" />}
          {found.done && found.records.length === 0 && (props.asFilter === true || !typed?.trim()) && (
            <Combobox.Empty>{env.say('link.none')}</Combobox.Empty>
          )}
          {found.done && props.asFilter !== true && typed !== null && typed.trim() !== '' && (
            <Combobox.Option value="">{env.say('link.asWritten', { text: typed.trim() })}</Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
