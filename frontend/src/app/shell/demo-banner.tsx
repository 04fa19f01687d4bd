import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { demoClock } from '../../features/account/queries'
import { useNow } from '../../lib/clock'
import { dateTime, left, span } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import styles from './shell.module.css'

/** Says that everything here is made up, and what time it is on the platform. */
export function DemoBanner() {
  const { t } = useTranslation()
  const language = useLanguage()
  const now = useNow()
  const { data: demo } = useQuery(demoClock)
  if (!demo) return null
  const ahead = left(now, new Date(Date.now() + 60_000))
  return (
    <aside className={styles.demo}>
      <p>
        <span className={styles.wide}>{t('demo.lead')}</span>
        {t('demo.clock', { now: dateTime(now, language) })}
        {!ahead.over && t('demo.ahead', { span: span(ahead, language) })}
      </p>
    </aside>
  )
}
