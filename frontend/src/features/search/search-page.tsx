import { useInfiniteQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { NoticeHit } from '../../api/types'
import { hasStatus } from '../../lib/problem'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { Chips } from './chips'
import { Facets, SimpleFacets } from './facets'
import { NewestInstead } from './newest-instead'
import { noticeSearch } from './queries'
import { Results } from './results'
import { SearchBox } from './search-box'
import styles from './search-page.module.css'
import { filtersOn, readNoticeSearch, simpler } from './search-params'

/** What an account adds to each hit comes from outside: search knows no bodies. */
export function SearchPage({ strip }: { strip?: ((hit: NoticeHit) => ReactNode) | undefined }) {
  const { t } = useTranslation('search')
  const [params] = useSearchParams()
  const [sheet, setSheet] = useState(false)
  const ask = readNoticeSearch(params)
  const query = useInfiniteQuery({ ...noticeSearch(ask), throwOnError: (failure) => !hasStatus(failure, 503) })
  const counts = query.data?.pages[0]?.facets
  const down = query.isError
  const shown = down ? simpler(ask) : ask
  const on = filtersOn(shown)
  const facets = down ? <SimpleFacets ask={ask} /> : <Facets ask={ask} counts={counts} />
  return (
    <Page title={ask.q === '' ? t('title') : t('titleWith', { words: ask.q })}>
      <h1 className="visually-hidden">{t('title')}</h1>
      <SearchBox ask={ask} />
      <div className={styles.columns}>
        <aside className={styles.aside} aria-label={t('facets.label')}>
          {facets}
        </aside>
        <div className={styles.results}>
          <Button weight="ghost" className={styles.filter} onClick={() => setSheet(true)}>
            {on > 0 ? t('facets.openWith', { count: on }) : t('facets.open')}
          </Button>
          <Chips ask={ask} shown={shown} />
          {down && <NewestInstead ask={shown} strip={strip} />}
          {!down && query.data === undefined && <Skeleton lines={12} />}
          {!down && query.data !== undefined && <Results ask={ask} query={query} strip={strip} />}
        </div>
      </div>
      <Dialog
        sheet
        open={sheet}
        title={t('facets.label')}
        onClose={() => setSheet(false)}
        actions={
          <Button onClick={() => setSheet(false)}>
            {down ? t('facets.showSimple') : t('facets.show', { count: query.data?.pages[0]?.total ?? 0 })}
          </Button>
        }
      >
        {facets}
      </Dialog>
    </Page>
  )
}
