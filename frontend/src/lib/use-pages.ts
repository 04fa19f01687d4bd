import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { whole } from './search-params'

/** Nobody scrolls further; whoever does refines the question. */
const MOST_PAGES = 25

interface Pages {
  data: { pages: unknown[] } | undefined
  hasNextPage: boolean
  isFetching: boolean
  isPlaceholderData?: boolean
  fetchNextPage: () => unknown
}

/** How many pages of a list are open stands in the address (`n`), so that a reload and the back button find the same place. */
export function usePages({ data, hasNextPage, isFetching, isPlaceholderData, fetchNextPage }: Pages) {
  const [params, setParams] = useSearchParams()
  const wanted = Math.min(whole(params, 'n') ?? 1, MOST_PAGES)
  const open = data?.pages.length ?? 0
  const short = open > 0 && open < wanted && hasNextPage && isPlaceholderData !== true
  useEffect(() => {
    if (short && !isFetching) fetchNextPage()
  }, [short, isFetching, fetchNextPage])
  const more = () => {
    const next = new URLSearchParams(params)
    next.set('n', String(open + 1))
    setParams(next, { replace: true, preventScrollReset: true })
  }
  return { more, loadingMore: short, canLoadMore: hasNextPage && open < MOST_PAGES }
}
