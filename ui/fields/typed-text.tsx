import { type FieldSpec, fieldTypeOf } from '@anzhi/engine/fields'
import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { readTyped } from './drafts.ts'
import type { EditProps } from './field-control.ts'
import { inputProps } from './input-props.ts'

interface TypedTextProps extends EditProps<FieldSpec> {
  /** A right value as it is typed. */
  write: (value: unknown) => string
  suffix?: ReactNode
  /** Which keys a phone offers; those of a number unless said. */
  inputMode?: 'decimal' | 'text' | 'tel'
}

/**
 * An input for values that are typed as text and read by their field type. While the cursor is in it the
 * text stays as typed; afterwards it shows the value that was read.
 */
export function TypedText({ write, suffix, inputMode = 'decimal', ...props }: TypedTextProps) {
  const [typing, setTyping] = useState<string | null>(null)
  const { draft, spec, env } = props
  const isRight = draft !== null && fieldTypeOf(spec).check(draft, spec, env).ok
  const resting = draft === null ? '' : isRight ? write(draft) : String(draft)
  return (
    <TextInput
      {...inputProps(props)}
      inputMode={inputMode}
      rightSection={suffix}
      rightSectionPointerEvents="none"
      value={typing ?? resting}
      onChange={(event) => {
        setTyping(event.currentTarget.value)
        props.onChange(readTyped(event.currentTarget.value, spec, env))
      }}
      onBlur={() => setTyping(null)}
    />
  )
}
