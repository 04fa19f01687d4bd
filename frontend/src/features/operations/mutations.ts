import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api, done } from '../../lib/api'
import { setPlatformNow } from '../../lib/clock'
import { rebuild } from './queries'

export function useRebuild() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => done(api.POST('/api/operations/index-rebuild')),
    onSettled: () => queries.invalidateQueries({ queryKey: rebuild.queryKey }),
  })
}

/** Time moves for everybody and everything: nothing on any screen is taken for fresh any more. */
export function useAdvance() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (advance: string) => answer(api.POST('/api/demo/clock', { body: { advance } })),
    onSuccess: ({ now }) => {
      setPlatformNow(new Date(now))
      queries.invalidateQueries()
    },
  })
}
