import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Me, SignIn } from '../../api/types'
import { answer, api, done } from '../../lib/api'
import { me } from './queries'

/** What one account was shown is not shown to the next. */
export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: SignIn) => answer(api.POST('/api/session', { body })),
    onSuccess: (who: Me) => forget(queries, who),
  })
}

/** Opens the account and signs in with the password that was just chosen. */
export function useActivation() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ code, password }: { code: string; password: string }) => {
      const { username } = await answer(api.POST('/api/activations', { body: { code, password } }))
      return answer(api.POST('/api/session', { body: { username, password } }))
    },
    onSuccess: (who: Me) => forget(queries, who),
  })
}

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => done(api.DELETE('/api/session')),
    onSuccess: () => forget(queries, null),
  })
}

function forget(queries: ReturnType<typeof useQueryClient>, who: Me | null) {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'reference' && queryKey[0] !== 'account' })
  queries.setQueryData(me.queryKey, who)
}
