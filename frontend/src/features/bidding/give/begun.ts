import { queryOptions } from '@tanstack/react-query'
import type { Bidding } from '../../../api/types'
import { answer, api } from '../../../lib/api'
import { hasStatus } from '../../../lib/problem'
import { draftedLots } from './bid-draft'
import { idOf } from './envelope'
import { keptEnvelope, keptLots } from './kept-envelope'

/** A bid that was begun in this browser and not given. */
export interface Begun {
  lot: string
  title: string
  deadline: string
  /** Whether it was sealed already. */
  sealed: boolean
}

/** Null for a lot of which nothing is known any more. */
async function boxOf(lot: string, signal: AbortSignal): Promise<Bidding | null> {
  try {
    return await answer(api.GET('/api/lots/{id}/bidding', { params: { path: { id: lot } }, signal }))
  } catch (refused) {
    if (hasStatus(refused, 404)) return null
    throw refused
  }
}

/** Null where nothing can be given, or what lies here was given: a draft stays until its bidder clears it. */
async function begunFor(organization: string, lot: string, signal: AbortSignal): Promise<Begun | null> {
  const box = await boxOf(lot, signal)
  if (box === null || !box.open) return null
  const kept = await keptEnvelope(organization, lot)
  const sealed = kept !== null && box.bids.every(({ id }) => id !== idOf(kept.envelope))
  if (!sealed && box.bids.some(({ state }) => state === 'GIVEN')) return null
  return { lot, title: box.lotTitle, deadline: box.deadline, sealed }
}

/** What this body, and nobody else who signs in here, has begun: what closes first comes first. */
export const begunBy = (organization: string) =>
  queryOptions({
    queryKey: ['bidding', 'begun', organization],
    queryFn: async ({ signal }) => {
      const lots = new Set([...draftedLots(organization), ...(await keptLots(organization))])
      const found = await Promise.all([...lots].map((lot) => begunFor(organization, lot, signal)))
      return found
        .filter((one) => one !== null)
        .sort((one, other) => Date.parse(one.deadline) - Date.parse(other.deadline))
    },
    gcTime: 0,
  })
