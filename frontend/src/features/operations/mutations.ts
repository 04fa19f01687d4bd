import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { CalendarFile, SupervisorForm, ThresholdForm } from '../../api/types'
import { answer, api, done, idempotencyKey } from '../../lib/api'
import { loadedReference, rebuild, supervisorsList } from './queries'

export function useRebuild() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => done(api.POST('/api/operations/index-rebuild')),
    onSettled: () => queries.invalidateQueries({ queryKey: rebuild.queryKey }),
  })
}

/** What a year would change; nothing is kept. */
export const usePreviewYear = () =>
  useMutation({
    mutationFn: (body: CalendarFile) => answer(api.POST('/api/operations/calendar-previews', { body })),
  })

export function useLoadYear() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: CalendarFile) => answer(api.POST('/api/operations/calendar-years', { body })),
    onSuccess: () => forgetReference(queries),
  })
}

export function useEnterThreshold() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: ThresholdForm) => done(api.POST('/api/operations/thresholds', { body })),
    onSuccess: () => forgetReference(queries),
  })
}

const forgetReference = (queries: QueryClient) =>
  Promise.all([
    queries.invalidateQueries({ queryKey: loadedReference.queryKey }),
    queries.invalidateQueries({ queryKey: ['reference', 'work-days'] }),
  ])

/** Time moves for everybody and everything: nothing on any screen is taken for fresh any more. */
export function useAdvance() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (advance: string) => answer(api.POST('/api/demo/clock', { body: { advance } })),
    onSuccess: () => {
      queries.invalidateQueries()
    },
  })
}

function useSupervisorAct<V, R>(act: (values: V) => Promise<R>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => void queries.invalidateQueries({ queryKey: supervisorsList.queryKey }),
  })
}

const at = (id: string) => ({ params: { path: { id } } })

export const useAppoint = () =>
  useSupervisorAct((body: SupervisorForm) =>
    answer(api.POST('/api/operations/supervisors', { body, headers: { 'Idempotency-Key': idempotencyKey() } })),
  )

/** A code is shown once: it is never asked for again under the same key. */
export const useInviteSupervisor = (id: string) =>
  useSupervisorAct(() => answer(api.POST('/api/operations/supervisors/{id}/invitation', at(id))))

export const useEndSupervisor = (id: string) =>
  useSupervisorAct(() => done(api.POST('/api/operations/supervisors/{id}/end', at(id))))
