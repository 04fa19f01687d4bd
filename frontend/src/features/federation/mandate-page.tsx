import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { paths } from '../../lib/paths'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import styles from './federation.module.css'
import { MandateForm } from './mandate-form'
import { membership } from './queries'

/** One thing on this page: what the federation may do in our name. */
export function MandatePage() {
  const { t } = useTranslation('federation')
  const { id = '' } = useParams()
  const { data } = useSuspenseQuery(membership(id))
  return (
    <Page title={t('give.title')} narrow>
      <p>
        <Link to={paths.memberships}>{t('give.back')}</Link>
      </p>
      <header className={styles.head}>
        <h1>{t('give.title')}</h1>
        <p className={styles.lead}>{t('give.lead', { federation: data.federation.name })}</p>
      </header>
      {data.state === 'CONFIRMED' ? (
        <MandateForm entry={data} />
      ) : (
        <EmptyState title={t('give.notYet')}>{t('give.notYetDo')}</EmptyState>
      )}
    </Page>
  )
}
