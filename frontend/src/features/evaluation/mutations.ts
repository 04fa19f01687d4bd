import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Ground, Publication, ReviewForm, SheetScore } from '../../api/types'
import { answer, api, done } from '../../lib/api'
import { seats } from './queries'

function useAct<V, R>(lot: string, act: (values: V) => Promise<R>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: act,
    // Not waited for: what is said and where one is led comes before the page is another.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['evaluation', lot] })
      void queries.invalidateQueries({ queryKey: seats.queryKey })
    },
  })
}

const at = (id: string) => ({ params: { path: { id } } })

export const useFormPanel = (lot: string) =>
  useAct(lot, (body: { experts: number; weighty: boolean; representatives: string[] }) =>
    done(api.POST('/api/lots/{id}/panel', { ...at(lot), body })),
  )

export const useReplace = (lot: string) =>
  useAct(lot, (body: { seat: number; reason: string }) =>
    done(api.POST('/api/lots/{id}/panel/departures', { ...at(lot), body })),
  )

export const useDeclare = (lot: string) =>
  useAct(lot, (body: { unrelated: boolean; ground: Ground | null; reason: string | null }) =>
    done(api.POST('/api/lots/{id}/panel/declaration', { ...at(lot), body })),
  )

/** By the purchaser of a tender, or by one of the panel. */
export const useReview = (lot: string, byDepartment: boolean) =>
  useAct(lot, (body: ReviewForm) =>
    done(
      byDepartment
        ? api.POST('/api/lots/{id}/qualification', { ...at(lot), body })
        : api.POST('/api/lots/{id}/reviews', { ...at(lot), body }),
    ),
  )

/** Keeps the sheet as it is, even when the page is left meanwhile; the answer is its next version. */
export const putSheet = async (lot: string, version: number, scores: SheetScore[]) =>
  (
    await answer(
      api.PUT('/api/lots/{id}/scores', {
        params: { path: { id: lot }, header: { 'If-Match': `"${version}"` } },
        body: { scores },
        keepalive: bytesOf(scores) < MOST_KEPT_ALIVE,
      }),
    )
  ).version

/** What browsers send after a page is gone, and a little less. */
const MOST_KEPT_ALIVE = 60_000
const bytesOf = (scores: SheetScore[]) => new Blob([JSON.stringify({ scores })]).size

/** The sheet as it is kept now, for whoever wrote on an older one. */
export const readDesk = (lot: string) => answer(api.GET('/api/lots/{id}/scores', at(lot)))

export const useSign = (lot: string) =>
  useAct(lot, (version: number) =>
    done(
      api.POST('/api/lots/{id}/scores/signature', {
        params: { path: { id: lot }, header: { 'If-Match': `"${version}"` } },
      }),
    ),
  )

export const useOpinion = (lot: string) =>
  useAct(lot, (doubts: { bid: string; reason: string }[]) =>
    done(api.POST('/api/lots/{id}/price-opinions', { ...at(lot), body: { doubts } })),
  )

export const useFinding = (lot: string) =>
  useAct(lot, (body: { bid: string; accepted: boolean; reason: string }) =>
    done(api.POST('/api/lots/{id}/price-findings', { ...at(lot), body })),
  )

export const useExplain = (lot: string) =>
  useAct(lot, (text: string) => done(api.POST('/api/lots/{id}/price-explanation', { ...at(lot), body: { text } })))

export const usePropose = (lot: string) =>
  useAct(lot, ({ note, namesakes, openness }: Record<'note' | 'namesakes' | 'openness', string>) =>
    done(
      api.POST('/api/lots/{id}/award', {
        ...at(lot),
        body: { note: note || null, namesakes: namesakes || null, openness: openness || null },
      }),
    ),
  )

/** A panel with a member who is related to a bidder ends, and another is drawn. */
export const useRenewPanel = (lot: string) =>
  useAct(lot, (reason: string) => done(api.POST('/api/lots/{id}/panel/renewal', { ...at(lot), body: { reason } })))

/** Whoever may not be awarded any more leaves its place to the next. */
export const usePassOver = (lot: string) =>
  useAct(lot, () => done(api.POST('/api/lots/{id}/award/next-candidate', at(lot))))

export const useGiveBack = (lot: string) =>
  useAct(lot, (reason: string) => done(api.POST('/api/lots/{id}/award/return', { ...at(lot), body: { reason } })))

/** Above the purchase limit with the reference of what the statutory medium published. */
export const useDecide = (lot: string) =>
  useAct(lot, (officialPublication: Publication | null) =>
    answer(api.POST('/api/lots/{id}/award/decision', { ...at(lot), body: { officialPublication } })),
  )
