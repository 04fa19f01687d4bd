import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths'
import { EmptyState } from '../../ui/empty-state'
import { ListEnd } from '../../ui/list-end'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import styles from './operations.module.css'
import { supervisorsList } from './queries'
import { SupervisorCard } from './supervisor-card'
import { SupervisorForm } from './supervisor-form'

/** 监管人员: who supervises the purchases of which region; accounts are made and ended here (decision 0043). */
export function SupervisorsPage() {
  const { t } = useTranslation('operations')
  const query = useInfiniteQuery({ ...supervisorsList, throwOnError: true })
  const rows = query.data?.pages.flatMap((page) => page.items)
  return (
    <Page title={t('supervisors.title')} narrow>
      <p>
        <Link to={paths.operations}>{t('title')}</Link>
      </p>
      <h1>{t('supervisors.title')}</h1>
      <p className={styles.lead}>{t('supervisors.lead')}</p>
      {rows === undefined && <Skeleton lines={8} />}
      {rows?.length === 0 && <EmptyState title={t('supervisors.none')}>{t('supervisors.noneWhat')}</EmptyState>}
      {rows !== undefined && rows.length > 0 && (
        <>
          <ul className={styles.cards} data-list>
            {rows.map((one) => (
              <SupervisorCard key={one.id} one={one} />
            ))}
          </ul>
          <ListEnd query={query} />
        </>
      )}
      <section className={styles.part} aria-labelledby="appoint-title">
        <h2 id="appoint-title">{t('supervisors.add')}</h2>
        <p className={styles.lead}>{t('supervisors.addLead')}</p>
        <SupervisorForm />
      </section>
    </Page>
  )
}
