import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Notice } from '../../api/types'
import { paths } from '../../lib/paths'
import styles from './notice-page.module.css'
import { entriesOf } from './queries'

/** Where the notice stands in the ledger, with what a reader can do about it. */
export function LedgerPlace({ notice: { id, purchaseId } }: { notice: Notice }) {
  const { t } = useTranslation('notice')
  const { data } = useQuery(entriesOf(purchaseId))
  const entry = data?.items.find(({ subject }) => subject === id)
  if (entry === undefined) return null
  return (
    <p className={styles.place}>
      {t('ledger.place', { place: entry.index + 1 })} <Link to={paths.verify(entry.index)}>{t('ledger.verify')}</Link>{' '}
      <a href={paths.receipt(entry.index)} download>
        {t('ledger.receipt')}
      </a>{' '}
      <Link to={paths.verifyPurchase(purchaseId)}>{t('ledger.verifyPurchase')}</Link>{' '}
      <a href={paths.bundle(purchaseId)} download>
        {t('ledger.bundle')}
      </a>
    </p>
  )
}
