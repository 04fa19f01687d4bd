import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { InnerListEnd } from '../../ui/inner-list-end'
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
  if (query.data === undefined) return <Skeleton lines={8} />
  const items = query.data.pages.flatMap((page) => page.items)
  if (items.length === 0) return empty
  return (
    <>
      {above?.(items)}
      <ul className={styles.rows} data-list>
        {items.map(row)}
      </ul>
      <InnerListEnd query={query} />
    </>
  )
}
