import type { QueryInput } from '@anzhi/engine/api'
import type { Language } from '@anzhi/engine/pack'
import type { Expected } from '@anzhi/ui/waiting'
import { keepPreviousData, QueryClient, queryOptions, type UseQueryResult } from '@tanstack/react-query'
import type { Contract } from './addresses.ts'
import { read } from './client.ts'
import { Refused } from './session.ts'

/** One store of what has been read. A refusal is an answer: only silence is asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (times, error) => times < 2 && error instanceof Refused && error.problems.length === 0,
    },
  },
})

export const queries = {
  me: () => queryOptions({ queryKey: ['me'], queryFn: () => read('whoAmI', {}), staleTime: 60_000 }),

  pack: () => queryOptions({ queryKey: ['pack'], queryFn: () => read('readPack', {}), staleTime: Infinity }),

  accounts: (query: QueryInput<Contract['listAccounts']>) =>
    queryOptions({
      queryKey: ['accounts', query],
      queryFn: () => read('listAccounts', { query }),
      placeholderData: keepPreviousData,
    }),

  account: (id: string) =>
    queryOptions({ queryKey: ['account', id], queryFn: () => read('readAccount', { params: { id } }) }),

  ownSessions: () => queryOptions({ queryKey: ['ownSessions'], queryFn: () => read('listOwnSessions', {}) }),

  records: (register: string, query: QueryInput<Contract['listRecords']>) =>
    queryOptions({
      queryKey: ['records', register, query],
      queryFn: () => read('listRecords', { params: { register }, query }),
      placeholderData: keepPreviousData,
    }),

  record: (register: string, id: string, language: Language) =>
    queryOptions({
      queryKey: ['record', register, id, language],
      queryFn: () => read('readRecord', { params: { register, id }, query: { language } }),
    }),

  history: (register: string, id: string, language: Language) =>
    queryOptions({
      queryKey: ['history', register, id, language],
      queryFn: () => read('readHistory', { params: { register, id }, query: { language } }),
    }),

  figures: (query: QueryInput<Contract['listFigures']>) =>
    queryOptions({
      queryKey: ['figures', query],
      queryFn: () => read('listFigures', { query }),
      placeholderData: keepPreviousData,
    }),

  figure: (indicator: string, query: QueryInput<Contract['readFigure']>) =>
    queryOptions({
      queryKey: ['figure', indicator, query],
      queryFn: () => read('readFigure', { params: { indicator }, query }),
    }),

  footings: (indicator: string, query: QueryInput<Contract['listFootings']>) =>
    queryOptions({
      queryKey: ['footings', indicator, query],
      queryFn: () => read('listFootings', { params: { indicator }, query }),
    }),

  report: (report: string, query: QueryInput<Contract['readReport']>) =>
    queryOptions({
      queryKey: ['report', report, query],
      queryFn: () => read('readReport', { params: { report }, query }),
      placeholderData: keepPreviousData,
    }),
}

/** A query as what a page waits for. */
export function expected<T>(query: UseQueryResult<T, Error>): Expected<T> {
  if (query.data !== undefined) return { is: 'there', value: query.data }
  if (!query.isError) return { is: 'waiting' }
  const problems = query.error instanceof Refused ? query.error.problems : []
  return { is: 'failed', problems, retry: () => void query.refetch() }
}

/** What a page shows is not (or not yet) what was asked: nothing is there, or the answer before is. */
export function isBusy<T>(query: UseQueryResult<T, Error>): boolean {
  return query.isPending || query.isPlaceholderData
}

/** After a write everything that was read may be different: records, figures, reports. */
export function forgetAllButMe(): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'pack' && queryKey[0] !== 'me',
  })
}
