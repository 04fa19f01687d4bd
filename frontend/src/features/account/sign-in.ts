import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Me, SignIn } from '../../api/types'
import { answer, api } from '../../lib/api'
import { changeAccount } from './sign-out'

export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: SignIn) => answer(api.POST('/api/session', { body })),
    onSuccess: (who: Me) => changeAccount(queries, who),
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
    onSuccess: (who: Me) => changeAccount(queries, who),
  })
}
