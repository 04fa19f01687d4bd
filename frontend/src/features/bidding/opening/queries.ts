import { queryOptions } from '@tanstack/react-query'
import type { Opening } from '../../../api/types'
import { answer, api } from '../../../lib/api'

const MOVING = new Set<Opening['state']>(['SEAL_CHECK', 'OPENING', 'OPENING_PRICES'])
const OVER = new Set<Opening['state']>(['OPENED', 'FAILED_TOO_FEW', 'ENDED'])
const SOON = 2_000
const LATER = 15_000
const SELDOM = 60_000

/** Where it is said that something moved; null before there is anything to hear, and when nothing moves any more. */
export const movesOf = ({ lotId, state }: Opening) =>
  state === 'GIVING' || OVER.has(state) ? null : `/api/lots/${lotId}/opening/events`

/** How soon it is worth asking again, when nobody says that something moved. */
const next = (state: Opening['state'] | undefined) => {
  if (state === undefined || OVER.has(state)) return false
  return MOVING.has(state) ? SOON : LATER
}

/** The opening as everybody may follow it. */
export const openingOf = (lot: string) =>
  queryOptions({
    queryKey: ['bidding', 'opening', lot],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/opening', { params: { path: { id: lot } }, signal })),
  })

/**
 * The same, followed.
 *
 * @param told whether the page hears of every move; else it looks by itself
 */
export const followed = (lot: string, told: boolean) =>
  queryOptions({
    ...openingOf(lot),
    refetchInterval: ({ state }) => (told ? SELDOM : next(state.data?.state)),
  })

/** What of it is the caller's own; asked again whenever the opening itself has moved. */
export const partOf = (lot: string, moved: string) =>
  queryOptions({
    queryKey: ['bidding', 'opening', lot, 'part', moved],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/opening/part', { params: { path: { id: lot } }, signal })),
  })

/** Whether all keys to which the lot's bids are sealed still hold, for the department. */
export const holdersOf = (lot: string) =>
  queryOptions({
    queryKey: ['bidding', 'holders', lot],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/lots/{id}/keyset/replacement', { params: { path: { id: lot } }, signal })),
    // A lot without holders yet has none to replace.
    retry: false,
  })

/** What was in a bid. */
export const openedBid = (bid: string) =>
  queryOptions({
    queryKey: ['bidding', 'opened', bid],
    queryFn: ({ signal }) => answer(api.GET('/api/bids/{id}/opened', { params: { path: { id: bid } }, signal })),
    staleTime: 60_000,
  })
