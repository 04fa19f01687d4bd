import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Bidding } from '../../../api/types'
import { answer, api } from '../../../lib/api'
import { platformNow } from '../../../lib/clock'
import { hasStatus, ProblemError } from '../../../lib/problem'
import { present } from '../../../lib/search-params'
import { keysetHash } from '../seal/keyset'
import { sendBytes } from '../send-bytes'
import { keptEnvelope } from './kept-envelope'

const SOON_MS = 3_000
const SELDOM_MS = 3_600_000

/** A page that stands open hears of the deadline when it passes, not when a bid is refused. */
const untilItCloses = ({ deadline }: Bidding) =>
  Math.min(SELDOM_MS, SOON_MS + Math.max(0, Date.parse(deadline) - platformNow().getTime()))

/** The lot's box as a bidder sees it, with the body's own bids. */
export const biddingOf = (lot: string) =>
  queryOptions({
    queryKey: ['bidding', 'lot', lot],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/bidding', { params: { path: { id: lot } }, signal })),
    staleTime: 10_000,
    refetchInterval: ({ state: { data } }) => data?.open === true && untilItCloses(data),
  })

const first = null as string | null

/** What the caller's body gave, the newest first. */
export const ownBids = infiniteQueryOptions({
  queryKey: ['bidding', 'own'],
  queryFn: ({ signal, pageParam }) =>
    answer(api.GET('/api/me/bids', { params: { query: present({ after: pageParam }) }, signal })),
  initialPageParam: first,
  getNextPageParam: (page) => page.next,
  staleTime: 5_000,
})

/** What the notice asks for, criterion by criterion. */
export const noticeOf = (id: string) =>
  queryOptions({
    queryKey: ['notice', id],
    queryFn: ({ signal }) => answer(api.GET('/api/notices/{id}', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  })

/** What would be a conflict if a body close to the bidder bid as well; it says nothing of who does. */
export const foreseenOf = (lot: string, bidder: string) =>
  queryOptions({
    queryKey: ['bidding', 'foreseen', lot, bidder],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/lots/{id}/conflicts', { params: { path: { id: lot }, query: { bidder } }, signal })),
    staleTime: 60_000,
  })

/** What the registry says of the bidder, as the lot asks for it. */
export const standingOf = (lot: string, organization: string) =>
  queryOptions({
    queryKey: ['bidding', 'standing', lot, organization],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/lots/{id}/eligibility', { params: { path: { id: lot }, query: { organization } }, signal })),
    staleTime: 60_000,
  })

/** Digest of the document to which bids are sealed now; or why there is none yet, while people who open lack keys. */
export const holdersOf = (lot: string) =>
  queryOptions({
    queryKey: ['bidding', 'holders', lot],
    queryFn: async (): Promise<{ digest: string; awaited?: never } | { digest?: never; awaited: string }> => {
      try {
        const response = await sendBytes('POST', `/api/lots/${lot}/keyset`, null)
        return { digest: await keysetHash(new Uint8Array(await response.arrayBuffer())) }
      } catch (refused) {
        if (hasStatus(refused, 409) && refused instanceof ProblemError) return { awaited: refused.message }
        throw refused
      }
    },
    retry: false,
    staleTime: 60_000,
  })

/** What was sealed here before and not given: asked when the page comes, never while it seals. */
export const keptOf = (organization: string, lot: string) =>
  queryOptions({
    queryKey: ['bidding', 'kept', organization, lot],
    queryFn: () => keptEnvelope(organization, lot),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
