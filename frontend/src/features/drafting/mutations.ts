import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Draft, Publication } from '../../api/types'
import { answer, api, done, idempotencyKey } from '../../lib/api'
import { tagOf } from '../../lib/purchases'
import { newDraft } from './draft-form'
import { newPurchase } from './queries'

/** The same key for the same press, so that a lost answer does not leave two drafts. */
export function useNewPurchase() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ title, region, contact }: { title: string; region: string | null; contact: string }) =>
      newPurchase(newDraft(title, region, contact), idempotencyKey()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['purchases'] }),
  })
}

export function useSubmission(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (version: number) =>
      done(
        api.POST('/api/purchases/{id}/submission', {
          params: { path: { id }, header: { 'If-Match': tagOf(version) } },
        }),
      ),
    onSettled: () => {
      queries.invalidateQueries({ queryKey: ['purchase', id] })
      queries.invalidateQueries({ queryKey: ['purchases'] })
    },
  })
}

/** Keeps the correction for the second person. */
export function useCorrection(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (written: { changes: Draft; reason: string; officialPublication: Publication | null }) =>
      answer(api.POST('/api/purchases/{id}/corrections', { params: { path: { id } }, body: written })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['purchase', id] }),
  })
}
