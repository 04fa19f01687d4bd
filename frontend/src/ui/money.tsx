import { yuan, yuanShort } from '../lib/format'
import { useLanguage } from '../lib/use-language'
import styles from './money.module.css'

/** The amount as it is said, and the exact one below it where that is another. */
export function Money({ fen, label }: { fen: number | null; label?: string }) {
  const language = useLanguage()
  if (fen === null)
    return label ? (
      <span className={styles.money}>
        <small>{label}</small>—
      </span>
    ) : (
      <span>—</span>
    )
  const exact = yuan(fen, language)
  const short = yuanShort(fen, language)
  const notes = [short && exact, label].filter(Boolean).join(' · ')
  return (
    <span className={styles.money}>
      <data value={fen}>{short ?? exact}</data>
      {notes && <small>{notes}</small>}
    </span>
  )
}
