import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api'
import { present } from '../../lib/search-params'

export const LISTS = ['REVIEW', 'EXPIRING', 'CONFLICTS', 'UNFEDERATED'] as const
export type List = (typeof LISTS)[number]

/** What waits for the caller in the course of purchases. */
export const work = queryOptions({
  queryKey: ['work'],
  queryFn: async ({ signal }) => (await answer(api.GET('/api/me/work', { signal }))).items,
  staleTime: 5_000,
  refetchInterval: 60_000,
})

const first = null as string | null

export const worklist = (list: List) =>
  infiniteQueryOptions({
    queryKey: ['worklist', list],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/registry/worklist', { params: { query: { list, ...present({ after: pageParam }) } }, signal }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.next,
    staleTime: 5_000,
  })
