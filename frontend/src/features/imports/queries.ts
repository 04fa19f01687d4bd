import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ImportOutcome, ImportState } from '../../api/types'
import { answer, api } from '../../lib/api'
import { present } from '../../lib/search-params'

const WATCH_MS = 700
const AT_WORK: readonly ImportState[] = ['READING', 'COMPARING', 'APPLYING', 'UNDOING']

export const isAtWork = (state: ImportState) => AT_WORK.includes(state)

export const imports = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ signal, pageParam }) =>
    answer(api.GET('/api/registry/imports', { params: { query: present({ after: pageParam }) }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
  staleTime: 0,
})

/** While it is at work it is asked for again and again, so a reload finds the same progress. */
export const importOf = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => answer(api.GET('/api/registry/imports/{id}', { params: { path: { id } }, signal })),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data !== undefined && isAtWork(state.data.state) ? WATCH_MS : false),
  })

export interface RowFilter {
  outcome: ImportOutcome | null
  kept: boolean
  q: string
}

export const rowsOf = (id: string, version: number, { outcome, kept, q }: RowFilter) =>
  infiniteQueryOptions({
    queryKey: ['imports', 'rows', id, version, { outcome, kept, q }],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/registry/imports/{id}/rows', {
          params: { path: { id }, query: present({ outcome, kept: kept || null, q, size: 50, after: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })
