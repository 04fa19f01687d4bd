import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useParams } from 'react-router'
import { paths } from '../../lib/paths'
import { preparedCorrection, purchaseOf } from '../../lib/purchases'
import { Page } from '../../ui/page'
import { CorrectionEditor } from './correction-editor'
import styles from './drafting.module.css'

/** Writes the correction of a published call; a draft is edited instead, and what has an outcome is only looked at. */
export function CorrectPage() {
  const { t } = useTranslation('drafting')
  const { id = '' } = useParams()
  const { data: purchase } = useSuspenseQuery({ ...purchaseOf(id), refetchOnMount: 'always' })
  const { data: prepared } = useSuspenseQuery(preparedCorrection(id))
  if (purchase.state !== 'PUBLISHED') return <Navigate to={paths.purchase(id)} replace />
  return (
    <Page title={t('correction.title')}>
      <header className={styles.head}>
        <p>
          <Link to={paths.purchase(id)}>{t('correction.back')}</Link>
        </p>
        <h1>{t('correction.title')}</h1>
        <p className={styles.lead}>{purchase.title}</p>
        <p className={styles.lead}>{t('correction.lead')}</p>
      </header>
      <CorrectionEditor key={purchase.id} purchase={purchase} prepared={prepared} />
    </Page>
  )
}
