import { queryOptions } from '@tanstack/react-query'
import type { BidActKind, OwnBid } from '../../../api/types'
import { answer, api } from '../../../lib/api'
import { packed } from '../../../lib/packed'
import { paths } from '../../../lib/paths'
import { hasStatus } from '../../../lib/problem'
import { isUnsupported } from '../give/proven-holders'
import type { Proved } from '../opening/chain'

export const ownBid = (id: string) =>
  queryOptions({
    queryKey: ['bidding', 'bid', id],
    queryFn: ({ signal }) => answer(api.GET('/api/bids/{id}', { params: { path: { id } }, signal })),
    staleTime: 5_000,
    // That there is none is an answer; that nobody answered is not.
    throwOnError: (failure) => !hasStatus(failure, 404),
  })

/** What was done with the bid and can be proved: that it was given, and that it was taken back. */
export const actsOf = ({ state, replaces }: OwnBid): BidActKind[] => {
  const given: BidActKind = replaces === null ? 'BID_SUBMITTED' : 'BID_REPLACED'
  return state === 'WITHDRAWN' ? ['BID_WITHDRAWN', given] : [given]
}

/** Whether this browser found the act in the ledger; what it cannot tell is not told. */
export type Found = 'PROVED' | 'WRONG' | 'UNKNOWN'

/** A receipt with what this browser finds when it checks it, and the way on which anybody checks it again. */
export const slipOf = (bid: OwnBid, act: BidActKind, proved: Proved) =>
  queryOptions({
    queryKey: ['bidding', 'slip', bid.id, act],
    queryFn: async ({ signal }) => {
      const asked = { path: { id: bid.id }, query: { act } }
      const text = await answer(api.GET('/api/bids/{id}/receipt', { params: asked, parseAs: 'text', signal }))
      const place = /^index (\d+)$/m.exec(text)?.[1]
      return {
        place: place === undefined ? null : Number(place) + 1,
        found: await foundIn(text, bid, act, proved),
        verify: paths.verifyReceipt(await packed(text)),
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

/** It has to be the ledger's, of this act, of this bid, and of the digest that is shown. */
async function foundIn(text: string, bid: OwnBid, act: BidActKind, proved: Proved): Promise<Found> {
  try {
    const entered = await proved(text)
    if (entered === null) return 'WRONG'
    const said = JSON.parse(new TextDecoder().decode(entered.act)) as Record<string, unknown>
    const same = said.kind === act && said.subject === bid.id && said.manifest === bid.manifestDigest
    return same ? 'PROVED' : 'WRONG'
  } catch (failure) {
    if (!isUnsupported(failure)) throw failure
    return 'UNKNOWN'
  }
}
