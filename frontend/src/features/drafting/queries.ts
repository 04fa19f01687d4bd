import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Draft } from '../../api/types'
import { answer, api } from '../../lib/api'

/** Computed by the server's calendar and clock: a page that stayed open over midnight asks again. */
export const earliestDeadline = queryOptions({
  queryKey: ['drafting', 'earliest-deadline'],
  queryFn: ({ signal }) => answer(api.GET('/api/earliest-deadline', { signal })),
  staleTime: 60_000,
})

export const newPurchase = (body: Draft, key: string) =>
  answer(api.POST('/api/purchases', { body, params: { header: { 'Idempotency-Key': key } } }))

/** What a correction would change and what stands in its way; nothing is kept. */
export const correctionCheck = (id: string, changes: Draft) =>
  queryOptions({
    queryKey: ['purchase', id, 'correction', 'check', changes],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/purchases/{id}/correction/check', { params: { path: { id } }, body: { changes }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
