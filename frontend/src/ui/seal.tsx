import styles from './seal.module.css'

/** The seal: the one red square of the house. */
export function Seal({ size = 34 }: { size?: number }) {
  return (
    <svg className={styles.seal} width={size} height={size} viewBox="0 0 34 34" aria-hidden="true">
      <rect width="34" height="34" rx="5" className={styles.ground} />
      <rect x="2.6" y="2.6" width="28.8" height="28.8" rx="3" className={styles.rim} />
      <text x="17" y="15.6" textAnchor="middle" className={styles.sign}>
        购
      </text>
      <text x="17" y="28.2" textAnchor="middle" className={styles.sign}>
        服
      </text>
    </svg>
  )
}
