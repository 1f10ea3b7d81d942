import { findRegister, type Register } from '@anzhi/engine/pack'
import { actsForOthers, entersForOthers } from '@anzhi/engine/record'
import { Icon } from '@anzhi/ui/icons'
import {
  addressOf,
  changed,
  directionOf,
  FilterBar,
  filterOf,
  orderAfterPress,
  RecordTable,
  readListState,
} from '@anzhi/ui/list'
import { type Titles, useFieldEnv, useReader } from '@anzhi/ui/reader'
import { Waiting } from '@anzhi/ui/waiting'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Search } from '../app/address.ts'
import { expected, isBusy, queries } from '../client/index.ts'
import { Page } from '../shell/index.ts'
import { rememberList } from './last-list.ts'
import { NotFound } from './not-found.tsx'
import { Pager } from './pager.tsx'
import classes from './pages.module.css'
import { useListNavigation } from './use-list-navigation.ts'
import { useTitlesOfFilters } from './use-titles-of-filters.ts'

/** The list of a register, as the pack declares it; all that is chosen stands in the address. */
export function List() {
  const { pack } = useReader()
  const { register: id = '' } = useParams({ strict: false })
  const register = findRegister(pack, id)
  return register === undefined ? <NotFound /> : <RegisterList key={id} register={register} />
}

const noTitles: Titles = {}

function RegisterList({ register }: { register: Register }) {
  const { language, say, word, pack, me } = useReader()
  const forOthers = entersForOthers(pack, me.roles) && actsForOthers(pack, register, null).length > 0
  const state = readListState(register, useSearch({ strict: false }) as Search)
  const filter = filterOf(register, state)
  useEffect(() => rememberList(register.id, addressOf(state)))
  const records = useQuery(
    queries.records(register.id, {
      filter: filter === undefined ? undefined : JSON.stringify(filter),
      search: state.search || undefined,
      order: state.order || undefined,
      after: state.after || undefined,
      language,
    }),
  )
  const go = useListNavigation(state)
  const named = useTitlesOfFilters(register, state.filters, language)
  const env = useFieldEnv(named)
  const name = word(`register.${register.id}`)
  const answer = records.data
  return (
    <Page
      title={name}
      beside={
        <>
          {answer !== undefined && (
            <span className={classes.total}>{say('list.total', { n: answer.total })}</span>
          )}
          {(answer?.may.includes('create') || forOthers) && <CreateButton register={register} />}
        </>
      }
    >
      <div className={classes.sheet}>
        <FilterBar
          register={register}
          state={state}
          env={env}
          onChange={(part) => go.to(changed(state, part))}
        />
        <div aria-busy={isBusy(records)}>
          <Waiting for={expected(records)} isEmpty={({ total }) => total === 0}>
            {({ records: rows, titles, next }) => (
              <>
                <RecordTable
                  register={register}
                  records={rows}
                  titles={titles ?? noTitles}
                  caption={name}
                  directionOf={(field) => directionOf(register, state, field)}
                  onOrder={(field) =>
                    go.to(changed(state, { order: orderAfterPress(register, state, field) }))
                  }
                />
                <Pager {...go.pages(next)} isTurning={records.isPlaceholderData} />
              </>
            )}
          </Waiting>
        </div>
      </div>
    </Page>
  )
}

function CreateButton({ register }: { register: Register }) {
  const { word } = useReader()
  return (
    <Button
      className={classes.create}
      leftSection={<Icon name="plus" size={14} />}
      renderRoot={(props) => (
        <Link to="/registers/$register/new" params={{ register: register.id }} search={{}} {...props} />
      )}
    >
      {word(`act.${register.id}.create`)}
    </Button>
  )
}
