import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../ui/cx'
import type { Finding, Receipt } from './receipt'
import styles from './verify.module.css'

/** What the browser found of a receipt, in words; what it is about stands below. */
export function FindingCard({
  receipt,
  finding,
  children,
}: {
  receipt: Receipt
  finding: Finding
  children?: ReactNode
}) {
  const { t } = useTranslation('ledger')
  const good = finding.fault === null
  return (
    <section className={cx(styles.finding, good ? styles.good : styles.bad)} role="status">
      <h2>{good ? t('good.title') : t('bad.title')}</h2>
      <p>{good ? t('good.lead', { place: receipt.index + 1, size: finding.size }) : t(`fault.${finding.fault}`)}</p>
      {children}
    </section>
  )
}
