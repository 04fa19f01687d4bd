import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { NoticeType } from '../../api/types'
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

/** What says that work for government was won or delivered. */
export const DONE_FOR_GOVERNMENT: NoticeType[] = ['RESULT', 'ACCEPTANCE']

export const noticesNaming = (name: string) =>
  queryOptions({
    queryKey: ['organization', 'naming', name],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/notices', {
          params: { query: { q: `"${name}"`, type: DONE_FOR_GOVERNMENT, sort: 'published', size: 5 } },
          signal,
        }),
      ),
  })
