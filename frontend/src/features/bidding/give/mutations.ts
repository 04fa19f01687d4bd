import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../../lib/api'
import { base64, utf8 } from '../../../lib/bytes'
import { type Envelope, uploaded } from './envelope'
import { forgetEnvelope } from './kept-envelope'
import { biddingOf, holdersOf } from './queries'
import { sign, signingKey } from './signing-key'

/** Sends what is missing, signs the manifest's bytes and gives the bid; again with the same envelope it is the same bid. */
export function useGive(lot: string, account: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ envelope, tell }: { envelope: Envelope; tell: (share: number) => void }) => {
      const key = await signingKey(account)
      await uploaded(envelope, tell)
      const signature = await sign(key, envelope.bytes)
      const given = await answer(
        api.POST('/api/lots/{id}/bids', {
          params: { path: { id: lot } },
          body: { manifest: base64(envelope.bytes), signature, key: key.id },
        }),
      )
      await forgetEnvelope(envelope)
      return given
    },
    onError: () => queries.invalidateQueries({ queryKey: holdersOf(lot).queryKey }),
    onSettled: () => queries.invalidateQueries({ queryKey: biddingOf(lot).queryKey }),
  })
}

export function useWithdraw(lot: string, account: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (bid: string) => {
      const key = await signingKey(account)
      const signature = await sign(key, utf8(`goufu-withdraw/1|${bid}`))
      return answer(
        api.POST('/api/bids/{id}/withdrawal', { params: { path: { id: bid } }, body: { signature, key: key.id } }),
      )
    },
    onSettled: () => queries.invalidateQueries({ queryKey: biddingOf(lot).queryKey }),
  })
}
