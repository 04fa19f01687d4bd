import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { FilingState } from '../../api/types'
import { answer, api } from '../../lib/api'
import { present } from '../../lib/search-params'

const first = null as string | null

export const filingsIn = (state: FilingState | null, q: string) =>
  infiniteQueryOptions({
    queryKey: ['filings', state, q],
    queryFn: ({ signal, pageParam }) =>
      answer(api.GET('/api/filings', { params: { query: present({ state, q, after: pageParam }) }, signal })),
    initialPageParam: first,
    getNextPageParam: (page) => page.next,
    staleTime: 5_000,
  })

export const filingOf = (id: string) =>
  queryOptions({
    queryKey: ['filing', id],
    queryFn: ({ signal }) => answer(api.GET('/api/filings/{id}', { params: { path: { id } }, signal })),
    staleTime: 5_000,
  })

export const actsOf = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['filing', id, 'acts'],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/filings/{id}/acts', { params: { path: { id }, query: present({ after: pageParam }) }, signal }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.next,
    staleTime: 5_000,
  })

export const ruleAt = (place: string) =>
  queryOptions({
    queryKey: ['filings', 'rule', place],
    queryFn: ({ signal }) => answer(api.GET('/api/filings/rule', { params: { query: { place } }, signal })),
    staleTime: 60 * 60_000,
  })
