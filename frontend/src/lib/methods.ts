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

/** Tenders are won (中标), in all other methods one comes to terms (成交); 政府采购法 第46条 names both. */
export const isTender = (method: string | null) => method === 'OPEN_TENDER' || method === 'INVITED_TENDER'

/** Whether it belongs to purchases below the limit, for which Goufu itself is the medium. */
export const isBelowLimit = (method: string | null) => method === null || method.startsWith('BT_')
