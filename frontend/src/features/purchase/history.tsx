import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../api/types'
import { dateTime } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import styles from './purchase.module.css'

/** Who did what and when, the latest first; a run of savings by one person is told once. */
export function History({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('purchase')
  const language = useLanguage()
  const acts = [...purchase.history].sort((left, right) => (left.at < right.at ? 1 : -1))
  const told = acts.filter((act, at) => {
    const later = acts[at - 1]
    return act.act !== 'CHANGED' || later?.act !== 'CHANGED' || later.by !== act.by
  })
  return (
    <ol className={styles.history}>
      {told.map((act) => (
        <li key={`${act.at}${act.act}`}>
          <p>
            <b>{act.by}</b>
            {t(`act.${act.act as 'CREATED'}`, { defaultValue: act.act })}
            <time dateTime={act.at}>{dateTime(act.at, language)}</time>
          </p>
          {act.reason && <blockquote>{act.reason}</blockquote>}
        </li>
      ))}
    </ol>
  )
}
