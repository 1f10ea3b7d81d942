import { type AskedDays, askedAddress, readAsked } from '@anzhi/ui/figure'
import { useReader } from '@anzhi/ui/reader'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Search } from '../app/address.ts'

/** The days that a page asks about, kept in its address beside whatever else stands there. */
export function useAsked(): [AskedDays, (asked: AskedDays) => void] {
  const { me } = useReader()
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const ask = (asked: AskedDays) => {
    const { from: _from, to: _to, asOf: _asOf, ...rest } = search
    void navigate({ to: '.', search: { ...rest, ...askedAddress(asked, me.today) }, resetScroll: false })
  }
  return [readAsked(search, me.today), ask]
}
