import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { stampDay } from './moment'
import styles from './receipt.module.css'

/** So many letters fill the ring in large type. */
const SHORT = 3

/** The red stamp of the day, set by hand: what it says stands beside it in words. */
export function Stamp({ at, taken }: { at: string; taken: boolean }) {
  const { t } = useTranslation('bid')
  const arc = useId()
  const word = t(taken ? 'slip.stamp.taken' : 'slip.stamp.accepted')
  return (
    <svg className={styles.stamp} viewBox="0 0 120 120" aria-hidden="true">
      <circle cx="60" cy="60" r="56" className={styles.ring} />
      <circle cx="60" cy="60" r="51" className={styles.innerRing} />
      <path id={arc} d="M 20 60 A 40 40 0 0 1 100 60" fill="none" />
      <text className={styles.arc}>
        <textPath href={`#${arc}`} startOffset="50%" textAnchor="middle">
          {t('slip.stamp.office')}
        </textPath>
      </text>
      <text x="60" y="69" textAnchor="middle" className={word.length > SHORT ? styles.longWord : styles.word}>
        {word}
      </text>
      <text x="60" y="91" textAnchor="middle" className={styles.day}>
        {stampDay(at)}
      </text>
    </svg>
  )
}
