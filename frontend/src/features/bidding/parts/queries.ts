import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../../lib/api'
import { hasStatus } from '../../../lib/problem'

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

/** Who won the lot by the public result, and by which method; null while there is none. */
export const winnerOf = (lot: string) =>
  queryOptions({
    queryKey: ['bidding', 'winner', lot],
    queryFn: async ({ signal }) => {
      try {
        const { result } = await answer(api.GET('/api/lots/{id}/result', { params: { path: { id: lot } }, signal }))
        const counting = result.bids.filter(({ excludedAt }) => excludedAt === null)
        const first = result.ranking.find(({ bid }) => counting.some(({ id }) => id === bid))
        const winner = counting.find(({ id }) => id === first?.bid)?.body.id
        return winner === undefined ? null : { body: winner, method: result.method }
      } catch (refused) {
        if (hasStatus(refused, 404)) return null
        throw refused
      }
    },
  })

/** What the panel asked about the price of the bid with the caller's group; null when nothing. */
export const priceAskedOf = (lot: string) =>
  queryOptions({
    queryKey: ['bidding', 'price-asked', lot],
    queryFn: async ({ signal }) => {
      try {
        return await answer(api.GET('/api/lots/{id}/price-explanation', { params: { path: { id: lot } }, signal }))
      } catch (refused) {
        if (hasStatus(refused, 404)) return null
        throw refused
      }
    },
  })
