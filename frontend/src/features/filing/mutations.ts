import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Filing, FilingForm } from '../../api/types'
import { answer, api, done, idempotencyKey } from '../../lib/api'

/** What a filing was when it was read; null before it was saved for the first time. */
export interface Saved {
  id: string
  version: number
}

function useFilings<V, R>(act: (values: V) => Promise<R>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => {
      queries.invalidateQueries({ queryKey: ['filing'] })
      queries.invalidateQueries({ queryKey: ['filings'] })
    },
  })
}

const save = (saved: Saved | null, body: FilingForm): Promise<Filing> =>
  saved === null
    ? answer(api.POST('/api/filings', { body, params: { header: { 'Idempotency-Key': idempotencyKey() } } }))
    : answer(
        api.PUT('/api/filings/{id}', {
          body,
          params: { path: { id: saved.id }, header: { 'If-Match': `"${saved.version}"` } },
        }),
      )

export const useSave = () =>
  useFilings(({ saved, form }: { saved: Saved | null; form: FilingForm }) => save(saved, form))

export const useSubmission = () =>
  useFilings((id: string) => done(api.POST('/api/filings/{id}/submission', { params: { path: { id } } })))

/** Everything that is done to a filing with nothing but words. */
export type Deed =
  | 'support'
  | 'oppose'
  | 'approve'
  | 'return'
  | 'confirm'
  | 'sleep'
  | 'revoke'
  | 'cancel'
  | 'wish'
  | 'ask'

function send(id: string, deed: Deed, words: string) {
  const params = { path: { id } }
  const reason = { reason: words }
  switch (deed) {
    case 'support':
    case 'oppose':
      return api.POST('/api/filings/{id}/opinion', { params, body: { supports: deed === 'support', text: words } })
    case 'approve':
      return api.POST('/api/filings/{id}/review', { params, body: { decision: 'APPROVE' } })
    case 'return':
      return api.POST('/api/filings/{id}/review', { params, body: { decision: 'RETURN', ...reason } })
    case 'confirm':
      return api.POST('/api/filings/{id}/confirmation', { params, body: reason })
    case 'sleep':
      return api.POST('/api/filings/{id}/dormancy', { params, body: reason })
    case 'revoke':
      return api.POST('/api/filings/{id}/revocation', { params, body: reason })
    case 'cancel':
      return api.POST('/api/filings/{id}/cancellation', { params, body: reason })
    case 'wish':
      return api.POST('/api/filings/{id}/request', { params, body: { wish: 'CHANGE', text: words } })
    case 'ask':
      return api.POST('/api/filings/{id}/request', { params, body: { wish: 'CONFIRMATION', text: words } })
  }
}

export const useDeed = () =>
  useFilings(({ id, deed, words }: { id: string; deed: Deed; words: string }) => done(send(id, deed, words)))

/** No key that would have the answer kept: it holds a secret. */
export const useInvitation = (id: string) =>
  useFilings(() => answer(api.POST('/api/filings/{id}/contact', { params: { path: { id } } })))
