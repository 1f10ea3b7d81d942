import { isUuid, linkSpecOf, targetOf } from '@anzhi/engine/fields'
import type { Language, Register } from '@anzhi/engine/pack'
import type { Titles } from '@anzhi/ui/reader'
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { queries } from '../client/index.ts'

/** The titles of the records that filters in an address name by their ids. */
export function useTitlesOfFilters(
  register: Register,
  filters: Record<string, string>,
  language: Language,
): Titles {
  const linked = Object.entries(filters).flatMap(([field, id]) => {
    const spec = register.fields[field]?.spec
    const link = spec === undefined ? undefined : linkSpecOf(spec)
    return link !== undefined && isUuid(id) ? [{ register: targetOf(link), id }] : []
  })
  const found = useQueries({
    queries: linked.map(({ register: of, id }) => queries.record(of, id, language)),
  })
  const written = JSON.stringify(linked.map((link, index) => [link, found[index]?.data?.title]))
  return useMemo(() => {
    const titles: Titles = {}
    for (const [link, title] of JSON.parse(written) as [{ register: string; id: string }, string | null][]) {
      if (title !== null) titles[link.register] = { ...titles[link.register], [link.id]: title }
    }
    return titles
  }, [written])
}
