import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PurchaseState } from '../../api/types'
import { answer, api } from '../../lib/api'
import { present } from '../../lib/search-params'

const first = null as string | null

export const purchasesIn = (state: PurchaseState | null) =>
  infiniteQueryOptions({
    queryKey: ['purchases', state],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/purchases', {
          params: { query: present({ state: state === null ? null : [state], after: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.next,
    staleTime: 5_000,
  })

/** What changed since it was submitted the last time. */
export const comparisonOf = (id: string) =>
  queryOptions({
    queryKey: ['purchase', id, 'comparison'],
    queryFn: ({ signal }) => answer(api.GET('/api/purchases/{id}/comparison', { params: { path: { id } }, signal })),
    staleTime: 5_000,
  })

export type MatchKind = 'DIRECT' | 'FEDERATION'

export const matchesOfLot = (id: string, kind: MatchKind) =>
  infiniteQueryOptions({
    queryKey: ['purchase', 'matches', id, kind],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/lots/{id}/matches', {
          params: { path: { id }, query: { kind, ...present({ after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

/** What its lots came to, and what waits for a second person. */
export const outcomesOf = (id: string) =>
  queryOptions({
    queryKey: ['purchase', id, 'outcomes'],
    queryFn: ({ signal }) => answer(api.GET('/api/purchases/{id}/outcomes', { params: { path: { id } }, signal })),
    staleTime: 5_000,
  })
