import { queryOptions } from '@tanstack/react-query'
import type { Opening } from '../../../api/types'
import { answer, api } from '../../../lib/api'

const MOVING = new Set<Opening['state']>(['SEAL_CHECK', 'OPENING', 'OPENING_PRICES'])
const OVER = new Set<Opening['state']>(['OPENED', 'FAILED_TOO_FEW'])
const SOON = 2_000
const LATER = 15_000

/** How soon it is worth asking again. */
const next = (state: Opening['state'] | undefined) => {
  if (state === undefined || OVER.has(state)) return false
  return MOVING.has(state) ? SOON : LATER
}

/** The opening as everybody may follow it, live while something moves. */
export const openingOf = (lot: string) =>
  queryOptions({
    queryKey: ['bidding', 'opening', lot],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/opening', { params: { path: { id: lot } }, signal })),
    refetchInterval: ({ state }) => next(state.data?.state),
  })

/** What of it is the caller's own; asked again whenever the opening itself has moved. */
export const partOf = (lot: string, moved: string) =>
  queryOptions({
    queryKey: ['bidding', 'opening', lot, 'part', moved],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/opening/part', { params: { path: { id: lot } }, signal })),
  })

/** What was in a bid. */
export const openedBid = (bid: string) =>
  queryOptions({
    queryKey: ['bidding', 'opened', bid],
    queryFn: ({ signal }) => answer(api.GET('/api/bids/{id}/opened', { params: { path: { id: bid } }, signal })),
    staleTime: 60_000,
  })
