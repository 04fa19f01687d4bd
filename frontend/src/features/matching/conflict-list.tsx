import { useTranslation } from 'react-i18next'
import type { Conflict } from '../../api/types'
import { Mark, type Tone } from '../../ui/strip'
import styles from './before-bidding.module.css'

const TONES: Record<Conflict['severity'], Tone> = { BLOCK: 'not', WARN: 'unknown', INFO: 'through' }

/** Each with the rule in plain words, how grave it is, on what it rests, its article and the way out. */
export function ConflictList({ conflicts }: { conflicts: Conflict[] }) {
  const { t } = useTranslation('contest')
  if (conflicts.length === 0) return null
  return (
    <ul className={styles.conflicts}>
      {conflicts.map((one) => (
        <li key={one.rule + one.fact}>
          <Mark tone={TONES[one.severity]} />
          <div>
            <p>
              <b>{t(`rule.${one.rule}`)}</b>
              <span className={styles.severity} data-severity={one.severity}>
                {t(`severity.${one.severity}`)}
              </span>
            </p>
            <p className={styles.fact}>{one.fact}</p>
            <p className={styles.basis}>{one.article}</p>
            <p className={styles.wayOut}>{one.remedy}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
