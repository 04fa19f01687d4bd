import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AgreementForm, ConsortiumAgreement } from '../../../api/types'
import { answer, api, done } from '../../../lib/api'
import { sha256Hex } from '../../../lib/bytes'
import { tagOf } from '../../../lib/purchases'
import { sign, signingKey } from '../give/signing-key'
import { documentOf } from './document'
import { consortiumOf } from './queries'

/** Saves the text; every member is asked at once. */
export function useSaveAgreement(lot: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (form: AgreementForm) =>
      answer(api.PUT('/api/lots/{id}/consortium', { params: { path: { id: lot } }, body: form })),
    onSuccess: (saved) => queries.setQueryData(consortiumOf(lot).queryKey, saved),
  })
}

/** Deletes the body's own agreement as it was read. */
export function useDropAgreement(lot: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (version: number) =>
      done(
        api.DELETE('/api/lots/{id}/consortium', {
          params: { path: { id: lot }, header: { 'If-Match': tagOf(version) } },
        }),
      ),
    // Not waited for: what asked is gone with the agreement, and would say nothing.
    onSettled: () => {
      queries.invalidateQueries({ queryKey: consortiumOf(lot).queryKey })
    },
  })
}

/** Signs exactly what stands on the page, by the key of this browser. */
export function useSign(lot: string, account: string, otherText: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (agreement: ConsortiumAgreement) => {
      const document = await documentOf(lot, agreement)
      if ((await sha256Hex(document)) !== agreement.hash) throw new Error(otherText)
      const key = await signingKey(account)
      const signature = await sign(key, document)
      return done(
        api.POST('/api/lots/{id}/consortium/signatures', {
          params: { path: { id: lot } },
          body: { lead: agreement.lead.id, hash: agreement.hash, key: key.id, signature },
        }),
      )
    },
    onSettled: () => queries.invalidateQueries({ queryKey: consortiumOf(lot).queryKey }),
  })
}

export function useRefuse(lot: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ lead, hash }: ConsortiumAgreement) =>
      done(
        api.POST('/api/lots/{id}/consortium/refusals', {
          params: { path: { id: lot } },
          body: { lead: lead.id, hash },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: consortiumOf(lot).queryKey }),
  })
}

export function useTakeBack(lot: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      done(api.POST('/api/lots/{id}/consortium/signatures/withdrawal', { params: { path: { id: lot } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: consortiumOf(lot).queryKey }),
  })
}
