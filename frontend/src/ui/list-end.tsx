import { usePages } from '../lib/use-pages'
import { Pager } from './pager'

export interface ListQuery {
  data: { pages: { items: readonly unknown[]; total: number; totalIsLowerBound?: boolean }[] } | undefined
  hasNextPage: boolean
  isFetching: boolean
  isFetchingNextPage: boolean
  isPlaceholderData: boolean
  fetchNextPage: () => unknown
}

/** How far a list has come and the way on; how many pages are open stands in the address. Nothing below an empty list. */
export function ListEnd({ query }: { query: ListQuery }) {
  const { more, loadingMore, canLoadMore } = usePages(query)
  return <End query={query} more={canLoadMore} busy={loadingMore} onMore={more} />
}

interface EndProps {
  query: ListQuery
  more: boolean
  busy: boolean
  onMore: () => void
}

export function End({ query, ...way }: EndProps) {
  const pages = query.data?.pages ?? []
  const shown = pages.flatMap((page) => page.items).length
  const [first] = pages
  return first && shown > 0 && <Pager shown={shown} total={first.total} atLeast={first.totalIsLowerBound} {...way} />
}
