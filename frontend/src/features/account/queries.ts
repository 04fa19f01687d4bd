import { queryOptions } from '@tanstack/react-query'
import type { DemoClock, Me } from '../../api/types'
import { answer, api } from '../../lib/api'
import { hasStatus } from '../../lib/problem'

/** Who is signed in; null for a visitor. */
export const me = queryOptions({
  queryKey: ['account', 'me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await answer(api.GET('/api/me', { signal }))
    } catch (failure) {
      if (hasStatus(failure, 401)) return null
      throw failure
    }
  },
  staleTime: 5 * 60_000,
})

/** The clock of a demo installation; null everywhere else. */
export const demoClock = queryOptions({
  queryKey: ['account', 'demo-clock'],
  queryFn: async ({ signal }): Promise<DemoClock | null> => {
    try {
      return await answer(api.GET('/api/demo/clock', { signal }))
    } catch (failure) {
      if (hasStatus(failure, 404)) return null
      throw failure
    }
  },
  staleTime: 60_000,
})
