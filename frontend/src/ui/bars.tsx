import styles from './bars.module.css'

export interface Bar {
  key: string
  name: string
  value: number
  /** The value as it is read. */
  words: string
  /** A mark to be reached. */
  goal?: number
}

/** Lying bars with their numbers beside them: a list to the ear, a chart to the eye. */
export function Bars({ bars, largest }: { bars: readonly Bar[]; largest: number }) {
  const share = (value: number) => `${largest === 0 ? 0 : (100 * value) / largest}%`
  return (
    <ul className={styles.bars}>
      {bars.map(({ key, name, value, words, goal }) => (
        <li key={key}>
          <span>{name}</span>
          <span className={styles.track} aria-hidden="true">
            <i style={{ width: share(value) }} />
            {goal !== undefined && <b style={{ left: share(goal) }} />}
          </span>
          <span className={styles.words}>{words}</span>
        </li>
      ))}
    </ul>
  )
}
