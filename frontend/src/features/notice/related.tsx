import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RelatedNotice } from '../../api/types'
import { date } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import styles from './notice-page.module.css'

/** Other notices of the same purchase: a published notice never changes, what comes later stands beside it. */
export function Related({ title, notices }: { title: string; notices: RelatedNotice[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (notices.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className={styles.related}>
        {notices.map((notice) => (
          <li key={notice.id}>
            <span>{t(`noticeType.${notice.type}`)}</span>
            <Link to={paths.notice(notice.id)}>{notice.title}</Link>
            <span>{date(notice.publishedAt, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
