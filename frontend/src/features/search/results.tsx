import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NoticeHit, NoticeSearchPage } from '../../api/types'
import { count } from '../../lib/format'
import { ListEnd } from '../../ui/list-end'
import { HitRow } from './hit-row'
import { NothingFound } from './nothing-found'
import styles from './search-page.module.css'
import { type NoticeSearch, refined, SORTS } from './search-params'

interface ResultsProps {
  ask: NoticeSearch
  query: UseInfiniteQueryResult<InfiniteData<NoticeSearchPage>>
  strip?: ((hit: NoticeHit) => ReactNode) | undefined
}

export function Results({ ask, query, strip }: ResultsProps) {
  const { t } = useTranslation('search')
  const pages = query.data?.pages ?? []
  const total = pages[0]?.total ?? 0
  const atLeast = pages[0]?.totalIsLowerBound
  const hits = pages.flatMap((page) => page.items)
  const sort = ask.sort ?? (ask.q === '' ? 'published' : 'relevance')
  return (
    <div aria-busy={query.isPlaceholderData} className={query.isPlaceholderData ? styles.stale : undefined}>
      <div className={styles.sum}>
        <h2>{t(atLeast ? 'totalAtLeast' : 'total', { count: total, formatted: count(total) })}</h2>
        <ul aria-label={t('sort.label')}>
          {SORTS.filter((one) => one !== 'relevance' || ask.q !== '').map((one) => (
            <li key={one}>
              <Link
                to={refined(ask, { sort: one })}
                aria-current={one === sort ? 'true' : undefined}
                preventScrollReset
              >
                {t(`sort.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      {hits.length === 0 ? (
        <NothingFound ask={ask} />
      ) : (
        <>
          <ul data-list>
            {hits.map((hit) => (
              <HitRow key={hit.id} hit={hit} strip={strip?.(hit)} />
            ))}
          </ul>
          <ListEnd query={query} />
        </>
      )}
    </div>
  )
}
