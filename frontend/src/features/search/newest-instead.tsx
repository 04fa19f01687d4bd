import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoticeHit } from '../../api/types'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ListEnd } from '../../ui/list-end'
import { Skeleton } from '../../ui/skeleton'
import { HitRow } from './hit-row'
import { type NewestAsked, newestNotices, searchIsBack } from './queries'

interface NewestInsteadProps {
  ask: NewestAsked
  strip?: ((hit: NoticeHit) => ReactNode) | undefined
}

/** The simple search: when the index does not answer, the newest notices by place and date. */
export function NewestInstead({ ask, strip }: NewestInsteadProps) {
  const { t } = useTranslation('search')
  const queries = useQueryClient()
  const query = useInfiniteQuery({ ...newestNotices(ask), throwOnError: true })
  const pages = query.data?.pages ?? []
  const hits = pages.flatMap((page) => page.items)
  const again = useCallback(() => {
    for (const kind of ['notices', 'list']) queries.resetQueries({ queryKey: ['search', kind] })
  }, [queries])
  const { data: back } = useQuery(searchIsBack)
  useEffect(() => {
    if (back) again()
  }, [back, again])
  return (
    <>
      <Banner
        tone="amber"
        action={
          <Button weight="quiet" onClick={again}>
            {t('simple.again')}
          </Button>
        }
      >
        <b>{t('simple.title')}</b> {t('simple.text')}
      </Banner>
      {query.data === undefined && <Skeleton lines={12} />}
      {query.data !== undefined && hits.length === 0 && <EmptyState title={t('simple.empty')} />}
      {hits.length > 0 && (
        <>
          <h2 className="visually-hidden">{t('simple.heading')}</h2>
          <ul data-list>
            {hits.map((hit) => (
              <HitRow key={hit.id} hit={hit} strip={strip?.(hit)} />
            ))}
          </ul>
          <ListEnd query={query} />
        </>
      )}
    </>
  )
}
