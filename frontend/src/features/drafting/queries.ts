import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Draft } from '../../api/types'
import { answer, api } from '../../lib/api'
import { categoriesUnder, categoryOf, PROVINCE, regionOf, regionsUnder } from '../../lib/reference'

export type Tree = 'region' | 'category'

interface Node {
  code: string
  name: string
  fullName?: string
  parent: string | null
  childCount: number
}

export const nodeOf = (tree: Tree, code: string) =>
  queryOptions({
    queryKey: ['reference', 'node', tree, code],
    queryFn: ({ client }): Promise<Node> =>
      tree === 'region' ? client.fetchQuery(regionOf(code)) : client.fetchQuery(categoryOf(code)),
    staleTime: 60 * 60_000,
  })

export const levelOf = (tree: Tree, parent: string | null) =>
  queryOptions({
    queryKey: ['reference', 'level', tree, parent],
    queryFn: ({ client }): Promise<Node[]> =>
      tree === 'region'
        ? client.fetchQuery(regionsUnder(parent ?? PROVINCE))
        : client.fetchQuery(categoriesUnder(parent)),
    staleTime: 60 * 60_000,
  })

/** From below the root down to the node itself. */
export const trailTo = (tree: Tree, code: string) =>
  queryOptions({
    queryKey: ['reference', 'trail', tree, code],
    queryFn: async ({ client }) => {
      const trail: { code: string; name: string }[] = []
      for (let next: string | null = code; next !== null && next !== PROVINCE; ) {
        const node: Node = await client.fetchQuery(nodeOf(tree, next))
        trail.unshift({ code: node.code, name: node.name })
        next = node.parent
      }
      return trail
    },
    staleTime: 60 * 60_000,
  })

/** Computed by the server's calendar and clock: a page that stayed open over midnight asks again. */
export const earliestDeadline = queryOptions({
  queryKey: ['drafting', 'earliest-deadline'],
  queryFn: ({ signal }) => answer(api.GET('/api/earliest-deadline', { signal })),
  staleTime: 60_000,
})

export const newPurchase = (body: Draft, key: string) =>
  answer(api.POST('/api/purchases', { body, params: { header: { 'Idempotency-Key': key } } }))

/** What a correction would change and what stands in its way; nothing is kept. */
export const correctionCheck = (id: string, changes: Draft) =>
  queryOptions({
    queryKey: ['purchase', id, 'correction', 'check', changes],
    queryFn: ({ signal }) =>
      answer(api.POST('/api/purchases/{id}/correction/check', { params: { path: { id } }, body: { changes }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
