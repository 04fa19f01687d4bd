import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api'
import { present } from '../../lib/search-params'
import { type OrganizationSearch, toQuery } from './search-params'

export const organizations = (ask: OrganizationSearch) =>
  infiniteQueryOptions({
    queryKey: ['organization', 'list', ask],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/organizations', {
          params: { query: { ...toQuery(ask), ...present({ after: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

export const organization = (id: string) =>
  queryOptions({
    queryKey: ['organization', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/organizations/{id}', { params: { path: { id } }, signal })),
  })
