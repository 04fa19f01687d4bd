import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Me } from '../../api/types'
import { api, done } from '../../lib/api'
import { me } from './queries'

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => done(api.DELETE('/api/session')),
    onSuccess: () => changeAccount(queries, null),
  })
}

/** What one account was shown is not shown to the next. */
export function changeAccount(queries: QueryClient, who: Me | null) {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'reference' && queryKey[0] !== 'account' })
  queries.setQueryData(me.queryKey, who)
}
