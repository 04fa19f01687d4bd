import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths'
import { EmptyState } from '../../../ui/empty-state'
import { Page } from '../../../ui/page'
import styles from './parts.module.css'
import { requestsOf } from './queries'
import { RequestCard } from './request-card'

/** 参加确认: what federations ask the group, of one lot or of all, for its contact to answer on a phone. */
export function ConsentsPage({ lot }: { lot?: string }) {
  const { t } = useTranslation('roster')
  const { data } = useSuspenseQuery(requestsOf(lot))
  return (
    <Page title={t('request.title')} narrow>
      <header className={styles.head}>
        <h1>{t('request.title')}</h1>
        <p className={styles.quiet}>{t('request.lead')}</p>
        {lot !== undefined && (
          <p>
            <Link to={paths.consents()}>{t('request.all')}</Link>
          </p>
        )}
      </header>
      {data.items.length === 0 && (
        <EmptyState title={t('request.none')} actions={<Link to={paths.opportunities}>{t('request.look')}</Link>}>
          <p>{t('request.noneWhat')}</p>
        </EmptyState>
      )}
      {data.items.map((request) => (
        <RequestCard key={request.digest} request={request} />
      ))}
    </Page>
  )
}
