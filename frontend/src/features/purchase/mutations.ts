import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { TerminationForm } from '../../api/types'
import { answer, api, done } from '../../lib/api'
import { tagOf } from '../../lib/purchases'

interface Seen {
  id: string
  /** The version on the screen: nobody approves what he has not seen. */
  version: number
}

const seen = ({ id, version }: Seen) => ({ path: { id }, header: { 'If-Match': tagOf(version) } })

function useAct<V extends Seen, R>(act: (values: V) => Promise<R>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: (_done, _failure, { id }) => {
      queries.invalidateQueries({ queryKey: ['purchase', id] })
      queries.invalidateQueries({ queryKey: ['purchases'] })
    },
  })
}

export const useApproval = () =>
  useAct((purchase: Seen) => answer(api.POST('/api/purchases/{id}/approval', { params: seen(purchase) })))

export const useReturn = () =>
  useAct(({ reason, ...purchase }: Seen & { reason: string }) =>
    done(api.POST('/api/purchases/{id}/return', { params: seen(purchase), body: { reason } })),
  )

export function useDeletion() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (purchase: Seen) => done(api.DELETE('/api/purchases/{id}', { params: seen(purchase) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['purchases'] }),
  })
}

/** Calls again for what ended without a result. */
export function useRepetition() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => answer(api.POST('/api/purchases/{id}/repetition', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['purchases'] }),
  })
}

type Written = NonNullable<TerminationForm>

/** Anew after each act, also after a refused one: somebody else may have been quicker. */
function useTold(purchase: string) {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['purchase', purchase] })
}

export function usePreparation(purchase: string) {
  const told = useTold(purchase)
  return useMutation({
    mutationFn: ({ lot, written }: { lot: string; written: Written }) =>
      done(api.PUT('/api/lots/{id}/termination', { params: { path: { id: lot } }, body: written })),
    onSettled: told,
  })
}

/** What becomes of a prepared text. */
export type Act = 'publish' | 'drop'

/** Publishes what is prepared and answers its notice, or takes it back. */
export function useTermination(purchase: string, lot: string) {
  const told = useTold(purchase)
  const params = { path: { id: lot } }
  return useMutation({
    mutationFn: async (act: Act) => {
      if (act === 'publish') return answer(api.POST('/api/lots/{id}/termination/publication', { params }))
      await done(api.DELETE('/api/lots/{id}/termination', { params }))
      return null
    },
    onSettled: told,
  })
}

/** Publishes the prepared correction and answers its notice, or takes it back. */
export function useCorrectionAct(id: string) {
  const queries = useQueryClient()
  const params = { path: { id } }
  return useMutation({
    mutationFn: async (act: Act) => {
      if (act === 'publish') return answer(api.POST('/api/purchases/{id}/correction/publication', { params }))
      await done(api.DELETE('/api/purchases/{id}/correction', { params }))
      return null
    },
    onSettled: () => {
      queries.invalidateQueries({ queryKey: ['purchase', id] })
      queries.invalidateQueries({ queryKey: ['notice'] })
    },
  })
}

/** What was thrown away; only when its page is left, which would ask for it again. */
export function useForget() {
  const queries = useQueryClient()
  return (id: string) => queries.removeQueries({ queryKey: ['purchase', id] })
}
