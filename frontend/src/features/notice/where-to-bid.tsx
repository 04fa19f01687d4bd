import { useTranslation } from 'react-i18next'
import type { Notice } from '../../api/types'
import styles from './notice-page.module.css'

/** Above the purchase limit: where responses are given, and why there (decision 39). */
export function WhereToBid({ notice: { bidPlace, official, status } }: { notice: Notice }) {
  const { t } = useTranslation('notice')
  if (!bidPlace || bidPlace.reason === 'BELOW_LIMIT' || status !== 'OPEN') return null
  return (
    <section className={styles.where} aria-labelledby="where-to-bid">
      <h2 id="where-to-bid">{t('where.title')}</h2>
      <p>{t(`where.${bidPlace.reason}`, { document: bidPlace.document ?? '' })}</p>
      {!bidPlace.here && official && (
        <p>
          <a href={official.url} target="_blank" rel="noreferrer noopener">
            {t('where.go', { medium: official.medium, number: official.noticeId })}
          </a>
        </p>
      )}
    </section>
  )
}
