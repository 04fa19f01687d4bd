import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Pager } from '../../ui/pager'
import { Skeleton } from '../../ui/skeleton'
import styles from './federation.module.css'

interface PagedRowsProps<T> {
  query: UseInfiniteQueryResult<InfiniteData<{ items: T[]; total: number }>>
  /** Why there is nothing, and what to do. */
  empty: ReactNode
  /** What stands above the rows, where there are any. */
  above?: (items: T[]) => ReactNode
  row: (item: T) => ReactNode
}

/** A list that comes in pages: waiting, empty, or its rows with the way to more. */
export function PagedRows<T>({ query, empty, above, row }: PagedRowsProps<T>) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  if (data === undefined) return <Skeleton lines={8} />
  const items = data.pages.flatMap((page) => page.items)
  if (items.length === 0) return empty
  return (
    <>
      {above?.(items)}
      <ul className={styles.rows} data-list>
        {items.map(row)}
      </ul>
      <Pager
        shown={items.length}
        total={data.pages[0]?.total ?? 0}
        more={hasNextPage}
        busy={isFetchingNextPage}
        onMore={() => fetchNextPage()}
      />
    </>
  )
}
