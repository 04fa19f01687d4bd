import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api'
import { unpacked } from '../../lib/packed'

/** The public key of the ledger, as this site names it. */
export const ledgerKey = queryOptions({
  queryKey: ['ledger', 'key'],
  queryFn: ({ signal }) => answer(api.GET('/api/ledger/key', { parseAs: 'text', signal })),
  staleTime: Number.POSITIVE_INFINITY,
})

export const receiptOf = (index: number) =>
  queryOptions({
    queryKey: ['ledger', 'receipt', index],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/ledger/entries/{index}/proof', { params: { path: { index } }, parseAs: 'text', signal })),
  })

/** A receipt that an address carries; null when it is not whole. */
export const packedReceipt = (carried: string) =>
  queryOptions({
    queryKey: ['ledger', 'packed', carried],
    queryFn: () => unpacked(carried),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Everything that is public of a purchase, as an archive. */
export const bundleOf = (purchase: string) =>
  queryOptions({
    queryKey: ['ledger', 'bundle', purchase],
    queryFn: async ({ signal }) => {
      const path = { id: purchase }
      const read = await answer(
        api.GET('/api/purchases/{id}/bundle', { params: { path }, parseAs: 'arrayBuffer', signal }),
      )
      return new Uint8Array(read)
    },
    retry: false,
  })

/** What this site shows today of the notice that an act names. */
export const noticeNow = (id: string) =>
  queryOptions({
    queryKey: ['ledger', 'notice', id],
    queryFn: ({ signal }) => answer(api.GET('/api/notices/{id}', { params: { path: { id } }, signal })),
    retry: false,
  })
