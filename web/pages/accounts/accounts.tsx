import { SearchBox } from '@anzhi/ui/list'
import { useReader } from '@anzhi/ui/reader'
import { Waiting } from '@anzhi/ui/waiting'
import { Button, Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Search } from '../../app/address.ts'
import { expected, isBusy, queries } from '../../client/index.ts'
import { Page } from '../../shell/index.ts'
import { Pager } from '../pager.tsx'
import { useListNavigation } from '../use-list-navigation.ts'
import { AccountSheet } from './account-sheet.tsx'
import { AccountTable } from './account-table.tsx'
import classes from './accounts.module.css'
import { NewAccount } from './new-account.tsx'

/** 账号: who can sign in here, and what administrators do about it. */
export function Accounts() {
  const { say } = useReader()
  const { search = '', after = '' } = useSearch({ strict: false }) as Search
  const go = useListNavigation({ search, after, order: '', filters: {} })
  const accounts = useQuery(
    queries.accounts({ search: search || undefined, after: after || undefined, limit: 20 }),
  )
  const [open, setOpen] = useState<string | 'new' | null>(null)
  const name = accounts.data?.accounts.find(({ id }) => id === open)?.userName
  const title = open === 'new' ? say('accounts.new') : say('accounts.one', { name: name ?? '' })
  const roles = accounts.data?.roles ?? []
  return (
    <Page
      title={say('accounts.title')}
      beside={
        accounts.data !== undefined && (
          <>
            <span className={classes.total}>{say('list.total', { n: accounts.data.total })}</span>
            <Button ml="auto" onClick={() => setOpen('new')}>
              {say('accounts.new')}
            </Button>
          </>
        )
      }
    >
      <div className={classes.sheet}>
        <div className={classes.tools}>
          <SearchBox
            value={search}
            onSearch={(words) => go.to({ search: words, after: '', order: '', filters: {} })}
          />
        </div>
        <div aria-busy={isBusy(accounts)}>
          <Waiting
            for={expected(accounts)}
            isEmpty={({ accounts: all }) => all.length === 0}
            empty={say('accounts.none')}
          >
            {({ accounts: all, next }) => (
              <>
                <AccountTable accounts={all} onOpen={setOpen} />
                <Pager {...go.pages(next)} isTurning={accounts.isPlaceholderData} />
              </>
            )}
          </Waiting>
        </div>
      </div>
      <Drawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        size={560}
        title={<strong>{title}</strong>}
        closeButtonProps={{ 'aria-label': say('close') }}
      >
        {open === 'new' && <NewAccount roles={roles} />}
        {open !== null && open !== 'new' && <AccountSheet key={open} id={open} roles={roles} />}
      </Drawer>
    </Page>
  )
}
