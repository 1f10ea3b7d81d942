import { endpoints, type QueryInput } from '@anzhi/engine/api'
import type { Language } from '@anzhi/engine/pack'
import type { Expected } from '@anzhi/ui/waiting'
import { keepPreviousData, QueryClient, queryOptions, type UseQueryResult } from '@tanstack/react-query'
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
  me: () => queryOptions({ queryKey: ['me'], queryFn: () => read(endpoints.whoAmI, {}), staleTime: 60_000 }),

  pack: () =>
    queryOptions({ queryKey: ['pack'], queryFn: () => read(endpoints.readPack, {}), staleTime: Infinity }),

  records: (register: string, query: QueryInput<typeof endpoints.listRecords>) =>
    queryOptions({
      queryKey: ['records', register, query],
      queryFn: () => read(endpoints.listRecords, { params: { register }, query }),
      placeholderData: keepPreviousData,
    }),

  record: (register: string, id: string, language: Language) =>
    queryOptions({
      queryKey: ['record', register, id, language],
      queryFn: () => read(endpoints.readRecord, { params: { register, id }, query: { language } }),
    }),

  history: (register: string, id: string, language: Language) =>
    queryOptions({
      queryKey: ['history', register, id, language],
      queryFn: () => read(endpoints.readHistory, { params: { register, id }, query: { language } }),
    }),

  figures: (query: QueryInput<typeof endpoints.listFigures>) =>
    queryOptions({
      queryKey: ['figures', query],
      queryFn: () => read(endpoints.listFigures, { query }),
      placeholderData: keepPreviousData,
    }),

  figure: (indicator: string, query: QueryInput<typeof endpoints.readFigure>) =>
    queryOptions({
      queryKey: ['figure', indicator, query],
      queryFn: () => read(endpoints.readFigure, { params: { indicator }, query }),
    }),

  footings: (indicator: string, query: QueryInput<typeof endpoints.listFootings>) =>
    queryOptions({
      queryKey: ['footings', indicator, query],
      queryFn: () => read(endpoints.listFootings, { params: { indicator }, query }),
    }),

  report: (report: string, query: QueryInput<typeof endpoints.readReport>) =>
    queryOptions({
      queryKey: ['report', report, query],
      queryFn: () => read(endpoints.readReport, { params: { report }, query }),
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

/** After a write everything that was read may be different: records, figures, reports. */
export function forgetAllButMe(): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] !== 'pack' && queryKey[0] !== 'me',
  })
}
