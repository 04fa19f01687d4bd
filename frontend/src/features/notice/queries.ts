import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api'

export const notice = (id: string) =>
  queryOptions({
    queryKey: ['notice', id],
    queryFn: ({ signal }) => answer(api.GET('/api/notices/{id}', { params: { path: { id } }, signal })),
    // A published notice never changes; only its status does.
    staleTime: 60_000,
  })

/** The purchase behind a notice, for its stages. */
export const purchaseOf = (id: string) =>
  queryOptions({
    queryKey: ['notice', 'purchase', id],
    queryFn: ({ signal }) => answer(api.GET('/api/purchases/{id}', { params: { path: { id } }, signal })),
    staleTime: 60_000,
  })

/** What the purchase's lots came to, each with the notice that says so. */
export const outcomesOf = (purchase: string) =>
  queryOptions({
    queryKey: ['notice', 'outcomes', purchase],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/purchases/{id}/outcomes', { params: { path: { id: purchase } }, signal })),
    staleTime: 60_000,
  })

/** What was done in the purchase, with each act's place in the ledger. */
export const entriesOf = (purchase: string) =>
  queryOptions({
    queryKey: ['notice', 'entries', purchase],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/ledger/entries', { params: { query: { purchase, size: 100 } }, signal })),
    staleTime: 60_000,
  })
