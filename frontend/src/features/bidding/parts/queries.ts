import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../../lib/api'

/** The federation's roster with what each group answered; asked again and again while the page is open. */
export const rosterOf = (lot: string) =>
  queryOptions({
    queryKey: ['bidding', 'roster', lot],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/roster', { params: { path: { id: lot } }, signal })),
    refetchInterval: 10_000,
  })

/** What federations ask the caller's group, of one lot or of all. */
export const requestsOf = (lot?: string) =>
  queryOptions({
    queryKey: ['bidding', 'requests', lot ?? 'all'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/me/consents', { params: { query: lot === undefined ? {} : { lot } }, signal })),
  })
