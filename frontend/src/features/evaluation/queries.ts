import { queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api'
import { hasStatus } from '../../lib/problem'

const LOOK_MS = 15_000
const SELDOM_MS = 60_000

/** How often a page looks by itself, told of every move or not. */
const look = (told: boolean) => (told ? SELDOM_MS : LOOK_MS)

export const movesOf = (lot: string) => `/api/lots/${lot}/evaluation/events`

const at = (id: string) => ({ params: { path: { id } } })

/** That there is nothing to read is an answer; that nobody answered is not, as long as there is nothing to show. */
const throwOnError = (failure: Error, { state }: { state: { data: unknown } }) =>
  state.data === undefined && !hasStatus(failure, 404)

/** How far a lot's evaluation is; others are at work on it, so it is asked again. */
export const evaluationOf = (lot: string, told: boolean) =>
  queryOptions({
    queryKey: ['evaluation', lot],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/evaluation', { ...at(lot), signal })),
    refetchInterval: look(told),
  })

export const panelChoices = (lot: string) =>
  queryOptions({
    queryKey: ['evaluation', lot, 'choices'],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/panel', { ...at(lot), signal })),
  })

/** Where the caller sits. */
export const seats = queryOptions({
  queryKey: ['evaluations'],
  queryFn: ({ signal }) => answer(api.GET('/api/me/evaluations', { signal })),
  refetchInterval: 30_000,
})

export const deskKey = (lot: string) => ['evaluation', lot, 'desk'] as const

/** The caller's own desk. */
export const deskOf = (lot: string, told: boolean) =>
  queryOptions({
    queryKey: deskKey(lot),
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/scores', { ...at(lot), signal })),
    refetchInterval: look(told),
    throwOnError,
  })

const COMPARING_MS = 5_000

/** What bids have in common; nobody says when the comparison is made, so it is asked for until it is. */
export const signalsOf = (lot: string) =>
  queryOptions({
    queryKey: ['evaluation', lot, 'signals'],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/signals', { ...at(lot), signal })),
    refetchInterval: ({ state }) => state.data?.foundAt === null && COMPARING_MS,
    retry: false,
  })

export const resultOf = (lot: string) =>
  queryOptions({
    queryKey: ['evaluation', lot, 'result'],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/result', { ...at(lot), signal })),
    staleTime: 300_000,
    throwOnError,
  })

export const debriefOf = (lot: string) =>
  queryOptions({
    queryKey: ['evaluation', lot, 'debrief'],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/debrief', { ...at(lot), signal })),
    throwOnError,
  })

/** What the caller's organization has to explain about its price. */
export const askedOf = (lot: string) =>
  queryOptions({
    queryKey: ['evaluation', lot, 'asked'],
    queryFn: ({ signal }) => answer(api.GET('/api/lots/{id}/price-explanation', { ...at(lot), signal })),
    refetchInterval: 30_000,
    throwOnError,
  })
