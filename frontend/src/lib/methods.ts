import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Purchase } from '../api/types'
import { answer, api } from './api'

export type Method = NonNullable<Purchase['method']>

/** Which methods can be published in a region, from which amounts on, and where their bids are given. */
export const methodsIn = (region: string) =>
  queryOptions({
    queryKey: ['reference', 'methods', region],
    queryFn: ({ signal }) => answer(api.GET('/api/procurement-methods', { params: { query: { region } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  })

/** Whether it belongs to purchases below the limit, for which Goufu itself is the medium. */
export const isBelowLimit = (method: string | null) => method === null || method.startsWith('BT_')
