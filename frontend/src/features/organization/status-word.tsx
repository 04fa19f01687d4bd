import { useTranslation } from 'react-i18next'
import { Mark, type Tone } from '../../ui/strip'
import styles from './organization.module.css'

const TONES: Record<string, Tone> = {
  NORMAL: 'met',
  ACTIVE: 'met',
  VALID: 'met',
  UNKNOWN: 'unknown',
  DORMANT: 'unknown',
  ABNORMAL: 'unknown',
  FUTURE: 'unknown',
}

/** A state as shape, word and colour. */
export function StatusWord({ status }: { status: string | null }) {
  const { t } = useTranslation('organization')
  if (status === null) return null
  return (
    <span className={styles.status}>
      <Mark tone={TONES[status] ?? 'not'} /> {t(`status.${status as 'NORMAL'}`, { defaultValue: status })}
    </span>
  )
}
