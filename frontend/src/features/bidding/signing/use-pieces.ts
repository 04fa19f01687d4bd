import { useState } from 'react'
import type { ListQuery } from '../../../ui/list-end'

interface Pieces<T> extends ListQuery {
  data: { pages: { items: readonly T[]; total: number }[] }
}

/** A list that came whole, laid open piece by piece as one that comes in pages is. */
export function usePieces<T>(items: readonly T[], size: number): Pieces<T> {
  const [open, setOpen] = useState(1)
  const pieces = Math.min(open, Math.ceil(items.length / size))
  const pages = Array.from({ length: pieces }, (_, place) => ({
    items: items.slice(place * size, (place + 1) * size),
    total: items.length,
  }))
  return {
    data: { pages },
    hasNextPage: open * size < items.length,
    isFetching: false,
    isFetchingNextPage: false,
    isPlaceholderData: false,
    fetchNextPage: () => setOpen(open + 1),
  }
}
