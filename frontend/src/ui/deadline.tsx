import { useNow } from '../lib/clock'
import { dateTime, left, timeLeft } from '../lib/format'
import { useLanguage } from '../lib/use-language'
import { cx } from './cx'
import styles from './deadline.module.css'

/** How long there is left; vermilion and a bell's word inside 48 hours. */
export function Deadline({ at, full = false }: { at: string; full?: boolean }) {
  const language = useLanguage()
  const now = useNow()
  const { soon, over } = left(at, now)
  return (
    <time
      dateTime={at}
      title={dateTime(at, language)}
      className={cx(styles.deadline, soon && styles.soon, over && styles.over)}
    >
      <b>{timeLeft(at, language, now)}</b>
      {full && <span>{dateTime(at, language)}</span>}
    </time>
  )
}
