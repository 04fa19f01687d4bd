import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api'
import { present } from '../../lib/search-params'

/** The dossier with the version that was read. */
export const dossier = queryOptions({
  queryKey: ['registry', 'dossier'],
  queryFn: ({ signal }) => answer(api.GET('/api/me/dossier', { signal })),
})

export const registered = (q: string, legalForm: 'ASSOCIATION' | 'SERVICE_INSTITUTION' | 'FOUNDATION' | null) =>
  infiniteQueryOptions({
    queryKey: ['registry', 'list', q, legalForm],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/registry/organizations', {
          params: { query: present({ q, legalForm, after: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

export const body = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'body', id],
    queryFn: ({ signal }) => answer(api.GET('/api/registry/bodies/{id}', { params: { path: { id } }, signal })),
  })

export const namesakesOf = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'namesakes', id],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/registry/bodies/{id}/namesakes', { params: { path: { id } }, signal })),
  })

export const factsOf = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['registry', 'facts', id],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/registry/bodies/{id}/facts', {
          params: { path: { id }, query: { size: 100, ...present({ after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const historyOf = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['registry', 'history', id],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/registry/bodies/{id}/history', {
          params: { path: { id }, query: present({ after: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })

export const confirmations = infiniteQueryOptions({
  queryKey: ['registry', 'confirmations'],
  queryFn: ({ signal, pageParam }) =>
    answer(api.GET('/api/registry/confirmations', { params: { query: present({ after: pageParam }) }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
})
