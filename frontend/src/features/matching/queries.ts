import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { EligibilitySummary } from '../../api/types'
import { answer, api } from '../../lib/api'
import { present } from '../../lib/search-params'
import { gather } from './gather'

const MOST_AT_ONCE = 100

/** The strips of one page travel in one call. */
const load = gather<string, EligibilitySummary | null>(MOST_AT_ONCE, async (notice) => {
  const { items } = await answer(api.GET('/api/me/eligibility', { params: { query: { notice } } }))
  const byNotice = new Map(items.map((item) => [item.noticeId, item]))
  return (id) => byNotice.get(id) ?? null
})

/** May the caller's body bid on this notice; null where the notice has no open lot. */
export const eligibilityOfNotice = (noticeId: string) =>
  queryOptions({
    queryKey: ['matching', 'notice', noticeId],
    queryFn: () => load(noticeId),
    staleTime: 60_000,
  })

/** The verdicts for one lot and one body, as they are or as they were; those of the past never change. */
export const eligibilityOfLot = (lotId: string, organization: string, asOf: string | null = null) =>
  queryOptions({
    queryKey: ['matching', 'lot', lotId, organization, asOf],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/lots/{id}/eligibility', {
          params: { path: { id: lotId }, query: present({ organization, asOf }) },
          signal,
        }),
      ),
    staleTime: asOf === null ? 60_000 : Number.POSITIVE_INFINITY,
  })

/** The members of a federation, for its card. */
export const federationMembers = (id: string) =>
  queryOptions({
    queryKey: ['matching', 'federation', id],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/federations/{id}', { params: { path: { id } }, signal }))).members,
    staleTime: 5 * 60_000,
  })

/** What stands in the way of an intended bid, and what would if bodies close to the bidder bid as well. */
export const conflictsOf = (lotId: string, bidder: string, members: readonly string[]) =>
  queryOptions({
    queryKey: ['matching', 'conflicts', lotId, bidder, members],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/lots/{id}/conflicts', {
          params: { path: { id: lotId }, query: { bidder, ...present({ members: [...members] }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

/** Whether these bodies may bid together; asking changes nothing. */
export const consortiumOf = (lotId: string, members: readonly string[]) =>
  queryOptions({
    queryKey: ['matching', 'consortium', lotId, members],
    queryFn: ({ signal }) =>
      answer(
        api.POST('/api/lots/{id}/consortium-check', {
          params: { path: { id: lotId } },
          body: { members: [...members] },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

const MOST_FOUND = 8

export const bodiesNamed = (words: string) =>
  queryOptions({
    queryKey: ['matching', 'bodies', words],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/organizations', { params: { query: { q: words, size: MOST_FOUND } }, signal })),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  })

/** Whether bids for the lot are given here; a refusal says where else. */
export const biddingHere = (lotId: string) =>
  queryOptions({
    queryKey: ['matching', 'bidding-here', lotId],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/bidding', { params: { path: { id: lotId } }, signal })),
    staleTime: 60_000,
    retry: false,
  })
