import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Icon } from '../icons/index.ts'
import { useSay } from '../words/index.ts'

/** Words to be found; asked for on Enter, so that half a word of an input method is never searched. */
export function SearchBox({ value, onSearch }: { value: string; onSearch: (words: string) => void }) {
  const { say } = useSay()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(typed.trim())
      }}
    >
      <TextInput
        type="search"
        size="xs"
        w={220}
        aria-label={say('list.search')}
        placeholder={say('list.searchHint')}
        leftSection={<Icon name="search" size={14} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => typed.trim() !== value && onSearch(typed.trim())}
      />
    </form>
  )
}
