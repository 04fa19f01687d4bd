import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RosterForm } from '../../../api/types'
import { answer, api, done } from '../../../lib/api'
import { rosterOf } from './queries'

/** Saves the roster; groups whose part is new are asked at once. */
export function useSaveRoster(lot: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (form: RosterForm) =>
      answer(api.PUT('/api/lots/{id}/roster', { params: { path: { id: lot } }, body: form })),
    onSuccess: (saved) => queries.setQueryData(rosterOf(lot).queryKey, saved),
  })
}

interface Answered {
  lot: string
  federation: string
  digest: string
  answer: 'CONSENTED' | 'DECLINED'
}

const REQUESTS = ['bidding', 'requests']

/** To exactly the text that was read. */
export function useAnswer() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ lot, ...body }: Answered) =>
      done(api.POST('/api/lots/{id}/consents', { params: { path: { id: lot } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: REQUESTS }),
  })
}

export function useRevoke() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (lot: string) =>
      done(api.POST('/api/lots/{id}/consents/revocation', { params: { path: { id: lot } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: REQUESTS }),
  })
}
