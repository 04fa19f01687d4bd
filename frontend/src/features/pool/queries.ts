import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api'
import { present } from '../../lib/search-params'

export const STATES = ['ACTIVE', 'SUSPENDED', 'RETIRED'] as const
export const SORTS = ['NAME', 'NUMBER', 'CHANGED'] as const

export interface PoolQuestion {
  q: string
  state: (typeof STATES)[number] | null
  category: string | null
  sort: (typeof SORTS)[number] | null
}

const at = (id: string) => ({ params: { path: { id } } })

/** Those whom the caller keeps. */
export const kept = (ask: PoolQuestion) =>
  infiniteQueryOptions({
    queryKey: ['pool', 'list', ask],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/api/evaluators', { params: { query: present({ ...ask, after: pageParam }) }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

export const coverageOf = (region: string) =>
  queryOptions({
    queryKey: ['pool', 'coverage', region],
    queryFn: ({ signal }) => answer(api.GET('/api/evaluators/coverage', { params: { query: { region } }, signal })),
  })

export const entryOf = (id: string) =>
  queryOptions({
    queryKey: ['pool', 'entry', id],
    queryFn: ({ signal }) => answer(api.GET('/api/evaluators/{id}', { ...at(id), signal })),
  })

export const deedsOf = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['pool', 'deeds', id],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/evaluators/{id}/history', {
          params: { path: { id }, query: present({ after: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

/** What is on record about the caller. */
export const ownEntry = queryOptions({
  queryKey: ['pool', 'own'],
  queryFn: ({ signal }) => answer(api.GET('/api/me/evaluator', { signal })),
})

export const bodiesNamed = (words: string) =>
  queryOptions({
    queryKey: ['pool', 'bodies', words],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/organizations', { params: { query: { q: words, size: 8 } }, signal })),
    enabled: words !== '',
  })
