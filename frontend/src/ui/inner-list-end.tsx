import { End, type ListQuery } from './list-end'

/** How far a list beside others on its page has come; of such a one the address says nothing. */
export function InnerListEnd({ query }: { query: ListQuery }) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  return <End query={query} more={hasNextPage} busy={isFetchingNextPage} onMore={() => fetchNextPage()} />
}
