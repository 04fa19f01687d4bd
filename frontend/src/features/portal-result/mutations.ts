import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PortalResultForm } from '../../api/types'
import { answer, api, done } from '../../lib/api'
import { tagOf } from '../../lib/purchases'

/** Anew after each act, also after a refused one: somebody else may have been quicker. */
function useTold(lot: string, purchase: string) {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['portal-result', lot], exact: true }),
      queries.invalidateQueries({ queryKey: ['purchase', purchase] }),
      queries.invalidateQueries({ queryKey: ['notice'] }),
    ])
}

const seen = (lot: string, version: number) => ({ path: { id: lot }, header: { 'If-Match': tagOf(version) } })

/** Keeps it for the second person; 0 is the version of what was not kept yet. */
export function useProposal(lot: string, purchase: string) {
  const told = useTold(lot, purchase)
  return useMutation({
    mutationFn: ({ form, version }: { form: PortalResultForm; version: number }) =>
      answer(api.PUT('/api/lots/{id}/portal-result', { params: seen(lot, version), body: form })),
    onSettled: told,
  })
}

export function usePublication(lot: string, purchase: string) {
  const told = useTold(lot, purchase)
  return useMutation({
    mutationFn: (version: number) =>
      answer(api.POST('/api/lots/{id}/portal-result/publication', { params: seen(lot, version) })),
    onSettled: told,
  })
}

export function useReturn(lot: string, purchase: string) {
  const told = useTold(lot, purchase)
  return useMutation({
    mutationFn: ({ reason, version }: { reason: string; version: number }) =>
      done(api.POST('/api/lots/{id}/portal-result/return', { params: seen(lot, version), body: { reason } })),
    onSettled: told,
  })
}

export function useWithdrawal(lot: string, purchase: string) {
  const told = useTold(lot, purchase)
  return useMutation({
    mutationFn: () => done(api.DELETE('/api/lots/{id}/portal-result', { params: { path: { id: lot } } })),
    onSettled: told,
  })
}
