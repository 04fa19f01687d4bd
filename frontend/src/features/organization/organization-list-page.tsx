import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { count } from '../../lib/format'
import { EmptyState } from '../../ui/empty-state'
import { ListEnd } from '../../ui/list-end'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { Filters } from './filters'
import styles from './organization.module.css'
import { OrganizationRow } from './organization-row'
import { organizations } from './queries'
import { readOrganizationSearch } from './search-params'

/** The registry, readable; with `federations` only those that sign for others. */
export function OrganizationListPage({ federations = false }: { federations?: boolean }) {
  const { t } = useTranslation('organization')
  const [params] = useSearchParams()
  const read = readOrganizationSearch(params)
  const ask = federations ? { ...read, kind: ['FEDERATION' as const], legalForm: [], federated: null } : read
  const query = useInfiniteQuery({ ...organizations(ask), throwOnError: true })
  const pages = query.data?.pages ?? []
  const rows = pages.flatMap((page) => page.items)
  const total = pages[0]?.total ?? 0
  const name = federations ? 'federations' : 'organizations'
  return (
    <Page title={t(`${name}.title`)}>
      <h1>{t(`${name}.title`)}</h1>
      <p className={styles.lead}>{t(`${name}.lead`)}</p>
      <Filters ask={read} federations={federations} facets={pages[0]?.facets} />
      {query.data === undefined && <Skeleton lines={12} />}
      {query.data !== undefined && (
        <div aria-busy={query.isPlaceholderData}>
          <h2 className={styles.sum}>{t(`${name}.total`, { count: total, formatted: count(total) })}</h2>
          {rows.length === 0 && <EmptyState title={t('nothing.title')}>{t('nothing.text')}</EmptyState>}
          <ul data-list>
            {rows.map((row) => (
              <OrganizationRow key={row.id} organization={row} />
            ))}
          </ul>
          <ListEnd query={query} />
        </div>
      )}
    </Page>
  )
}
