import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PoolQuestion } from '../api/types'
import { answer, api } from './api'
import { ProblemError } from './problem'

/** A purchase as its own department sees it. */
export const purchaseOf = (id: string) =>
  queryOptions({
    queryKey: ['purchase', id],
    queryFn: ({ signal }) => answer(api.GET('/api/purchases/{id}', { params: { path: { id } }, signal })),
    staleTime: 5_000,
  })

/** The correction that waits for the second person, null where none does. */
export const preparedCorrection = (id: string) =>
  queryOptions({
    queryKey: ['purchase', id, 'correction'],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/purchases/{id}/correction', { params: { path: { id } }, signal })).catch(
        (failure: unknown) => {
          if (failure instanceof ProblemError && failure.status === 404) return null
          throw failure
        },
      ),
    staleTime: 5_000,
  })

/** What the rules say about it as it was saved last. */
export const findingsOf = (id: string) =>
  queryOptions({
    queryKey: ['purchase', id, 'check'],
    queryFn: ({ signal }) => answer(api.GET('/api/purchases/{id}/check', { params: { path: { id } }, signal })),
    staleTime: 5_000,
    placeholderData: keepPreviousData,
  })

/** Who could bid on a lot as it stands; the last answer stays on the screen while the next one comes. */
export const poolOf = (question: PoolQuestion) =>
  queryOptions({
    queryKey: ['pool', question],
    queryFn: ({ signal }) => answer(api.POST('/api/pool-estimates', { body: question, signal })),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })

export const requirementKinds = queryOptions({
  queryKey: ['reference', 'requirement-kinds'],
  queryFn: ({ signal }) => answer(api.GET('/api/requirement-kinds', { signal })),
  staleTime: 60 * 60_000,
})

/** The tag that proves which version was read. */
export const tagOf = (version: number) => `"${version}"`
