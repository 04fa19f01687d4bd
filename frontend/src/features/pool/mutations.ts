import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AvoidanceForm, EvaluatorForm, PoolState } from '../../api/types'
import { answer, api, done, idempotencyKey } from '../../lib/api'

function useAct<V, R>(act: (values: V) => Promise<R>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    // Not waited for: what is said and where one is led comes before the page is another.
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['pool'] }),
  })
}

const at = (id: string) => ({ params: { path: { id } } })
const seen = (version: number) => ({ 'If-Match': `"${version}"` })

export const useKeep = (id: string | null) =>
  useAct(({ version, body }: { version: number; body: EvaluatorForm }) =>
    answer(
      id === null
        ? api.POST('/api/evaluators', { body, headers: { 'Idempotency-Key': idempotencyKey() } })
        : api.PUT('/api/evaluators/{id}', { ...at(id), body, headers: seen(version) }),
    ),
  )

export const useTurn = (id: string) =>
  useAct((body: { state: PoolState; reason: string }) =>
    done(api.POST('/api/evaluators/{id}/state', { ...at(id), body })),
  )

export const useInvite = (id: string) => useAct(() => answer(api.POST('/api/evaluators/{id}/invitation', at(id))))

export const useAvoid = () =>
  useAct(({ version, avoidances }: { version: number; avoidances: AvoidanceForm[] }) =>
    answer(api.PUT('/api/me/evaluator/avoidances', { body: { avoidances }, headers: seen(version) })),
  )
