import type { UseQueryResult } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NoticeSearchPage } from '../../api/types'
import { paths } from '../../lib/paths'
import { Button } from '../../ui/button'
import { Deadline } from '../../ui/deadline'
import { EmptyState } from '../../ui/empty-state'
import { Money } from '../../ui/money'
import { Skeleton } from '../../ui/skeleton'
import styles from './home-page.module.css'
import { usePlainLine } from './plain-line'

interface HomeListProps {
  title: string
  query: UseQueryResult<NoticeSearchPage>
  all: { to: string; name: string }
  empty: { title: string; text: string }
}

/** A short list of the start page: who buys what, for how much, until when. */
export function HomeList({ title, query, all, empty }: HomeListProps) {
  const { t } = useTranslation()
  const { t: words } = useTranslation('search')
  const plain = usePlainLine()
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles.list}>
      <header>
        <h2 id={id}>{title}</h2>
        <Link to={all.to}>{all.name}</Link>
      </header>
      {query.isPending && <Skeleton lines={6} />}
      {query.isError && (
        <EmptyState
          title={words('home.failed')}
          actions={
            <Button weight="ghost" onClick={() => query.refetch()}>
              {t('retry')}
            </Button>
          }
        />
      )}
      {query.data?.items.length === 0 && <EmptyState title={empty.title}>{empty.text}</EmptyState>}
      <ul data-list>
        {query.data?.items.map((hit) => (
          <li key={hit.id} data-row>
            <p>{plain(hit)}</p>
            <h3>
              <Link to={paths.notice(hit.id)}>{hit.title}</Link>
            </h3>
            <div>
              <Money fen={hit.amountFen} />
              {hit.status === 'OPEN' && hit.deadline !== null && <Deadline at={hit.deadline} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
