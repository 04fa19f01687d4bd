import { inFours } from '../lib/format'
import styles from './digest.module.css'

/** A SHA-256 digest as people can compare it: groups of four, read as one code. */
export function Digest({ value, label }: { value: string; label: string }) {
  return (
    <p className={styles.digest}>
      <span>{label}</span>
      <code>{inFours(value)}</code>
    </p>
  )
}
