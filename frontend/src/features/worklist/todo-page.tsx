import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { count } from '../../lib/format'
import { paths } from '../../lib/paths'
import { ActionLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { work } from './queries'
import { TodoRow } from './todo-row'
import styles from './worklist.module.css'

/** 待办: everything in the course of purchases that waits for the caller, in one place. */
export function TodoPage({ bidder }: { bidder: boolean }) {
  const { t } = useTranslation('worklist')
  const { data } = useQuery({ ...work, throwOnError: true })
  return (
    <Page title={t('title')}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <p role="status">
          {data !== undefined && t('todo.count', { count: data.length, formatted: count(data.length) })}
        </p>
        {bidder && <Link to={paths.ownBids}>{t('todo.ownBids')}</Link>}
      </header>
      {data === undefined && <Skeleton lines={6} />}
      {data?.length === 0 && (
        <EmptyState title={t('todo.none')} actions={<ActionLink to={paths.inbox}>{t('todo.inbox')}</ActionLink>}>
          {t('todo.noneWhat')}
        </EmptyState>
      )}
      <ol className={styles.rows} data-list>
        {data?.map((item) => (
          <TodoRow key={`${item.matter} ${item.lotId ?? item.purchaseId}`} item={item} />
        ))}
      </ol>
    </Page>
  )
}
