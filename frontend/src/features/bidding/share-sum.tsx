import styles from './division.module.css'
import { WHOLE } from './parts/shares'

interface ShareSumProps {
  /** In hundredths of a percent. */
  sum: number
  label: string
  /** What is said of a sum that is not the whole. */
  off: string
}

/** What the shares add up to, and whether it is the whole. */
export function ShareSum({ sum, label, off }: ShareSumProps) {
  return (
    <p role="status" className={styles.sum} data-whole={sum === WHOLE}>
      <b>{label}</b>
      {sum !== WHOLE && <span>{off}</span>}
    </p>
  )
}
