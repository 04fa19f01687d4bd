import { useMutation, useQueryClient } from '@tanstack/react-query'
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

/** What was thrown away; only when its page is left, which would ask for it again. */
export function useForget() {
  const queries = useQueryClient()
  return (id: string) => queries.removeQueries({ queryKey: ['purchase', id] })
}
