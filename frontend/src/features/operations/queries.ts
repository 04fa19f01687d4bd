import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api'
import { present } from '../../lib/search-params'

const WATCH_MS = 1_000

/** While it runs, it is asked for once a second. */
export const rebuild = queryOptions({
  queryKey: ['operations', 'rebuild'],
  queryFn: ({ signal }) => answer(api.GET('/api/operations/index-rebuild', { signal })),
  staleTime: 0,
  refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? WATCH_MS : false),
})

export const indexCheck = queryOptions({
  queryKey: ['operations', 'check'],
  queryFn: ({ signal }) => answer(api.GET('/api/operations/index-check', { signal })),
})

/** Calendar years and amounts as they are loaded now. */
export const loadedReference = queryOptions({
  queryKey: ['operations', 'reference'],
  queryFn: ({ signal }) => answer(api.GET('/api/operations/reference', { signal })),
})

/** Supervisors' accounts by region, those that ended among them. */
export const supervisorsList = infiniteQueryOptions({
  queryKey: ['operations', 'supervisors'],
  queryFn: ({ signal, pageParam }) =>
    answer(api.GET('/api/operations/supervisors', { params: { query: present({ after: pageParam }) }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
})
