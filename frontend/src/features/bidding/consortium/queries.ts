import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../../lib/api'

const MOST_FOUND = 8

/** The agreements for a lot in which the caller's body stands; asked again and again while the page is open. */
export const consortiumOf = (lot: string) =>
  queryOptions({
    queryKey: ['bidding', 'consortium', lot],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/consortium', { params: { path: { id: lot } }, signal })),
    refetchInterval: 10_000,
  })

/** Bodies of the registry, to choose members from. */
export const bodiesNamed = (words: string) =>
  queryOptions({
    queryKey: ['bidding', 'bodies', words],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/organizations', { params: { query: { q: words, size: MOST_FOUND } }, signal })),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })

/** Whether the law lets each of them be a member (政府采购法 22, 24); asking changes nothing and tells nobody. */
export const lawfulMembers = (lot: string, members: string[]) =>
  queryOptions({
    queryKey: ['bidding', 'members', lot, members],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/lots/{id}/consortium-check', { params: { path: { id: lot } }, body: { members }, signal })),
    enabled: members.length > 1,
    placeholderData: keepPreviousData,
  })
