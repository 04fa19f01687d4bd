import { queryOptions } from '@tanstack/react-query'
import type { EligibilitySummary } from '../../api/types'
import { answer, api } from '../../lib/api'
import { gather } from './gather'

const MOST_AT_ONCE = 100

/** The strips of one page travel in one call. */
const load = gather<string, EligibilitySummary | null>(MOST_AT_ONCE, async (notice) => {
  const { items } = await answer(api.GET('/api/me/eligibility', { params: { query: { notice } } }))
  const byNotice = new Map(items.map((item) => [item.noticeId, item]))
  return (id) => byNotice.get(id) ?? null
})

/** May the caller's body bid on this notice; null where the notice has no open lot. */
export const eligibilityOfNotice = (noticeId: string) =>
  queryOptions({
    queryKey: ['matching', 'notice', noticeId],
    queryFn: () => load(noticeId),
    staleTime: 60_000,
  })

/** The verdicts for one lot and one body. */
export const eligibilityOfLot = (lotId: string, organization: string) =>
  queryOptions({
    queryKey: ['matching', 'lot', lotId, organization],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/lots/{id}/eligibility', { params: { path: { id: lotId }, query: { organization } }, signal }),
      ),
    staleTime: 60_000,
  })

/** The members of a federation, for its card. */
export const federationMembers = (id: string) =>
  queryOptions({
    queryKey: ['matching', 'federation', id],
    queryFn: async ({ signal }) =>
      (await answer(api.GET('/api/federations/{id}', { params: { path: { id } }, signal }))).members,
    staleTime: 5 * 60_000,
  })
