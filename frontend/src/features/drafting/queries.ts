import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Draft, Publication } from '../../api/types'
import { answer, api } from '../../lib/api'
import type { Method } from '../../lib/methods'
import { present } from '../../lib/search-params'

/** Computed by the server's calendar and clock: a page that stayed open over midnight asks again. */
export const earliestDeadline = (method: string, from: string | null) =>
  queryOptions({
    queryKey: ['drafting', 'earliest-deadline', method, from],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/earliest-deadline', { params: { query: present({ method: method as Method, from }) }, signal }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

export const newPurchase = (body: Draft, key: string) =>
  answer(api.POST('/api/purchases', { body, params: { header: { 'Idempotency-Key': key } } }))

/** What a correction would change and what stands in its way; nothing is kept. */
export const correctionCheck = (id: string, written: { changes: Draft; officialPublication: Publication | null }) =>
  queryOptions({
    queryKey: ['purchase', id, 'correction', 'check', written],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/purchases/{id}/correction/check', { params: { path: { id } }, body: written, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
