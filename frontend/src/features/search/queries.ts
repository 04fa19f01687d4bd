import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api'
import { present } from '../../lib/search-params'
import { type NoticeSearch, toQuery } from './search-params'

const first = null as string | null
const LOOK_AGAIN_MS = 10_000

export const noticeSearch = (ask: NoticeSearch) =>
  infiniteQueryOptions({
    queryKey: ['search', 'notices', ask],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/notices', { params: { query: { ...toQuery(ask), ...present({ after: pageParam }) } }, signal }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

/** A short list for the start page. */
export const noticeList = (ask: NoticeSearch, size: number) =>
  queryOptions({
    queryKey: ['search', 'list', ask, size],
    queryFn: ({ signal }) => answer(api.GET('/api/notices', { params: { query: { ...toQuery(ask), size } }, signal })),
  })

/** What the list that stands in for search can be narrowed by. */
export type NewestAsked = Pick<NoticeSearch, 'region' | 'publishedFrom' | 'publishedTo'>

/** The newest notices straight from the truth, for when the index does not answer. */
export const newestNotices = ({ region, publishedFrom, publishedTo }: NewestAsked) =>
  infiniteQueryOptions({
    queryKey: ['search', 'newest', region, publishedFrom, publishedTo],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/notices/newest', {
          params: { query: present({ region, publishedFrom, publishedTo, after: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

/** Whether the index answers again; asked beside the failed search, which keeps its place meanwhile. */
export const searchIsBack = queryOptions({
  queryKey: ['search', 'back'],
  queryFn: ({ signal }) =>
    answer(api.GET('/api/notices', { params: { query: { size: 1 } }, signal })).then(
      () => true,
      () => false,
    ),
  initialData: false,
  refetchInterval: LOOK_AGAIN_MS,
  gcTime: 0,
})

export const suggestions = (q: string) =>
  queryOptions({
    queryKey: ['search', 'suggestions', q],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/notices/suggestions', { params: { query: { q } }, signal }))).items,
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
    retry: false,
  })

export const statistics = queryOptions({
  queryKey: ['search', 'statistics'],
  queryFn: ({ signal }) => answer(api.GET('/api/statistics', { signal })),
})
