import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dateTime, yuan } from '../../lib/format'
import { cx } from '../../ui/cx'
import type { BundleResult } from './bundle'
import styles from './verify.module.css'

const LOOKS = { good: styles.good, tampered: styles.bad, incomplete: styles.unsure }

/** What the browser found of a bundle: each thing that is wrong by its place, else the notices that are what was entered. */
export function BundleCard({
  result: { verdict, findings, acts, notices, bids, awards, elsewhere, size },
  kept,
  notice,
}: {
  result: BundleResult
  /** Receipts against which it was held. */
  kept: number
  notice?: ((id: string, words: string) => ReactNode) | undefined
}) {
  const { t, i18n } = useTranslation('ledger')
  const language = i18n.language === 'en' ? 'en' : 'zh-CN'
  // Of a bundle that was tampered with nothing else is vouched for.
  const told = verdict !== 'tampered' && notices.length > 0
  return (
    <section className={cx(styles.finding, LOOKS[verdict])} role="status">
      <h2>{t(`bundle.${verdict}`)}</h2>
      {findings.length > 0 && (
        <ul className={styles.findings}>
          {findings.map(({ fault, where }) => (
            <li key={`${fault}${where}`}>
              {t(`bundle.fault.${fault}`)} <code>{where}</code>
            </li>
          ))}
        </ul>
      )}
      {told && <p>{t('bundle.seen', { acts, notices: notices.length, size })}</p>}
      {verdict === 'good' && bids.length > 0 && <p>{t('bundle.bids', { bids: bids.length })}</p>}
      {told && bids.length > 0 && verdict === 'good' && <h3>{t('bundle.noticesTitle')}</h3>}
      {told && (
        <ol className={styles.notices}>
          {notices.map(({ id, number, title, publishedAt }) => (
            <li key={id}>
              {notice?.(id, title) ?? title}
              <small>
                {number} · {dateTime(publishedAt, language)}
              </small>
            </li>
          ))}
        </ol>
      )}
      {verdict === 'good' && bids.length > 0 && <h3>{t('bundle.bidsTitle')}</h3>}
      {verdict === 'good' && bids.length > 0 && (
        <ul className={styles.notices}>
          {bids.map(({ envelope, bidder, totalFen }) => (
            <li key={envelope}>
              {bidder}
              <small>{totalFen !== null && yuan(totalFen, language)}</small>
            </li>
          ))}
        </ul>
      )}
      {verdict === 'good' &&
        awards.map(({ lot, bidder, priceFen, scored, total }) => (
          <p key={lot}>
            {t(scored ? 'bundle.award' : 'bundle.awardByPrice', {
              lot,
              bidder,
              price: yuan(priceFen, language),
              total: (total / 100).toFixed(2),
            })}
          </p>
        ))}
      {verdict === 'good' && kept > 0 && <p>{t('bundle.kept', { count: kept })}</p>}
      {told && elsewhere.map((lot) => <p key={lot}>{t('bundle.elsewhere', { lot })}</p>)}
      {verdict === 'good' && <p>{t('bundle.limits')}</p>}
    </section>
  )
}
