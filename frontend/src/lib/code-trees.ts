import { queryOptions, useQuery } from '@tanstack/react-query'
import { categoriesUnder, categoryOf, PROVINCE, regionOf, regionsUnder } from './reference'

/** Places, or what can be bought. */
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

const levelOf = (tree: Tree, parent: string | null) =>
  queryOptions({
    queryKey: ['reference', 'level', tree, parent],
    queryFn: ({ client }): Promise<Node[]> =>
      tree === 'region'
        ? client.fetchQuery(regionsUnder(parent ?? PROVINCE))
        : client.fetchQuery(categoriesUnder(parent)),
    staleTime: 60 * 60_000,
  })

/** From below the root down to the node itself. */
const trailTo = (tree: Tree, code: string) =>
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

/** The nodes under one, or those at the top, and the trail to it. */
export function useLevel(tree: Tree, level: string | null) {
  const { data: nodes } = useQuery(levelOf(tree, level))
  const { data: path = [] } = useQuery({ ...trailTo(tree, level ?? ''), enabled: level !== null })
  return { nodes, path: level === null ? [] : path }
}
