import { useTranslation } from 'react-i18next'
import type { Notice } from '../../api/types'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Banner } from '../../ui/banner'
import styles from './notice-page.module.css'

export function NoticeHead({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notice')
  const { t: words } = useTranslation()
  const language = useLanguage()
  const { official } = notice
  return (
    <header className={styles.head}>
      <p className={styles.plain}>{notice.summary}</p>
      <h1>{notice.title}</h1>
      <p className={styles.meta}>
        <b data-status={notice.status}>{words(`noticeStatus.${notice.status}`)}</b>
        <span>{words(`noticeType.${notice.type}`)}</span>
        <span>{t('number', { number: notice.number })}</span>
        <span>{t('publishedAt', { at: dateTime(notice.publishedAt, language) })}</span>
        <a className={styles.print} href={paths.noticeForm(notice.id)} target="_blank" rel="noreferrer">
          {t('print')}
        </a>
      </p>
      {official && (
        <Banner>
          <b>{t('official.label')}</b> {t('official.lead', { medium: official.medium })}{' '}
          <a href={official.url} target="_blank" rel="noreferrer noopener">
            {t('official.link', { number: official.noticeId })}
          </a>
          {t('official.at', { at: dateTime(official.publishedAt, language) })}
        </Banner>
      )}
    </header>
  )
}
