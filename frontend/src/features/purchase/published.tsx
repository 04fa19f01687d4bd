import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../api/types'
import { paths } from '../../lib/paths'
import { ActionLink } from '../../ui/button'
import styles from './purchase.module.css'

/** The way to the notice and to its printable form. */
export function Published({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('purchase')
  const notice = purchase.timeline.find(({ stage }) => stage === 'NOTICE')?.noticeId
  if (!notice) return null
  return (
    <section className={styles.decision}>
      <h2>{t('published.title')}</h2>
      <p className={styles.lead}>{t('published.lead')}</p>
      <div className={styles.acts}>
        <ActionLink to={paths.notice(notice)}>{t('published.notice')}</ActionLink>
        <ActionLink to={paths.noticeForm(notice)} reloadDocument weight="ghost">
          {t('published.form')}
        </ActionLink>
      </div>
    </section>
  )
}
