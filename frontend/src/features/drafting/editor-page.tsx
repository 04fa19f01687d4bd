import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useParams } from 'react-router'
import { paths } from '../../lib/paths'
import { purchaseOf } from '../../lib/purchases'
import { Page } from '../../ui/page'
import styles from './drafting.module.css'
import { Editor } from './editor'

/** The editor of one draft; what is no draft any more is shown instead of edited. */
export function EditorPage() {
  const { t } = useTranslation('drafting')
  const { id = '' } = useParams()
  const { data: purchase } = useSuspenseQuery({ ...purchaseOf(id), refetchOnMount: 'always' })
  if (purchase.state !== 'DRAFT') return <Navigate to={paths.purchase(id)} replace />
  const returned = purchase.history.filter(({ act }) => act === 'RETURNED').at(-1)
  return (
    <Page title={t('title')}>
      <header className={styles.head}>
        <p>
          <Link to={paths.purchases}>{t('back')}</Link>
        </p>
        <h1>{t('title')}</h1>
        <p className={styles.lead}>{t('lead')}</p>
        {returned?.reason && (
          <p className={styles.returned}>
            <b>{t('returned', { by: returned.by })}</b>
            {returned.reason}
          </p>
        )}
      </header>
      <Editor key={purchase.id} purchase={purchase} />
    </Page>
  )
}
