import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api'

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

/** What this site shows today of the notice that an act names. */
export const noticeNow = (id: string) =>
  queryOptions({
    queryKey: ['ledger', 'notice', id],
    queryFn: ({ signal }) => answer(api.GET('/api/notices/{id}', { params: { path: { id } }, signal })),
    retry: false,
  })
