import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answer, api } from '../../lib/api'
import { present } from '../../lib/search-params'

const first = null as string | null

/** Open lots for the caller's body, best first; or those that one single thing keeps away. */
export const feed = (near: boolean) =>
  infiniteQueryOptions({
    queryKey: ['matching', 'feed', near],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/me/matches', {
          params: { query: present({ near: near || null, after: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.next,
  })

export const telling = queryOptions({
  queryKey: ['matching', 'telling'],
  queryFn: async ({ signal }) => {
    const { data, response } = await api.GET('/api/me/telling', { signal })
    return { places: data?.places ?? [], tag: response.headers.get('ETag') }
  },
})

/** The tag travels along where the server gives one. */
export function useTelling() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ places, tag }: { places: string[]; tag: string | null }) => {
      await api.PUT('/api/me/telling', {
        body: { places },
        ...(tag === null ? {} : { headers: { 'If-Match': tag } }),
      })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: telling.queryKey }),
  })
}
