import { useTranslation } from 'react-i18next'
import type { RosterEntry } from '../../api/types'
import { date } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import styles from './federation.module.css'

/** The three acts of joining as a line: invited, accepted, confirmed; the next one is named with who does it. */
export function Steps({ entry }: { entry: RosterEntry }) {
  const { t } = useTranslation('federation')
  const language = useLanguage()
  const done: ['invited' | 'accepted' | 'confirmed', string | null][] = [
    ['invited', entry.invitedAt],
    ['accepted', entry.consentedOn],
    ['confirmed', entry.confirmedAt],
  ]
  return (
    <ol className={styles.steps} aria-label={t('steps.label')}>
      {done.map(([step, at]) => (
        <li key={step} data-done={at !== null || undefined}>
          <b>{t(`steps.${step}`)}</b>
          <small>{at === null ? t(`steps.${step}By`) : date(new Date(at), language)}</small>
        </li>
      ))}
    </ol>
  )
}
