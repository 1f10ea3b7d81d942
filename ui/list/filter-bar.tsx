import type { Register } from '@anzhi/engine/pack'
import { Button } from '@mantine/core'
import { type FieldEnv, useReader } from '../reader/index.ts'
import { filterKind } from './condition.ts'
import { FilterPick } from './filter-pick.tsx'
import classes from './list.module.css'
import type { ListState } from './list-state.ts'
import { SearchBox } from './search-box.tsx'

interface FilterBarProps {
  register: Register
  state: ListState
  env: FieldEnv
  onChange: (part: Partial<ListState>) => void
}

/** Search and the filters that the register offers, with any others that the address brought along. */
export function FilterBar({ register, state, env, onChange }: FilterBarProps) {
  const { say } = useReader()
  const offered = [...new Set([...register.list.filters, ...Object.keys(state.filters)])]
  const fields = offered.filter((field) => filterKind(register, field) !== undefined)
  const isSearchable = Object.values(register.fields).some(({ spec }) => spec.search === true)
  const isNarrowed = state.search !== '' || Object.keys(state.filters).length > 0
  const choose = (field: string, text: string) => {
    const { [field]: _gone, ...rest } = state.filters
    onChange({ filters: text === '' ? rest : { ...rest, [field]: text } })
  }
  return (
    <search className={classes.bar}>
      {isSearchable && <SearchBox value={state.search} onSearch={(search) => onChange({ search })} />}
      {fields.map((field) => (
        <FilterPick
          key={field}
          register={register}
          field={field}
          text={state.filters[field] ?? ''}
          env={env}
          onChange={(text) => choose(field, text)}
        />
      ))}
      {isNarrowed && (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange({ search: '', filters: {} })}>
          {say('list.clear')}
        </Button>
      )}
    </search>
  )
}
