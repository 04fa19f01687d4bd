import styles from './parts.module.css'

export interface Part {
  key: string
  name: string
  value: number
  /** The value as it is read. */
  words: string
}

/** One whole in its parts, from pale to dark; every part that is there stands below in words. */
export function Parts({ name, parts }: { name: string; parts: readonly Part[] }) {
  const whole = parts.reduce((sum, { value }) => sum + value, 0)
  const there = parts.map((part, shade) => ({ ...part, shade })).filter(({ value }) => value > 0)
  return (
    <figure className={styles.parts}>
      <figcaption>{name}</figcaption>
      <div className={styles.bar} aria-hidden="true">
        {there.map(({ key, value, shade }) => (
          <i key={key} data-shade={shade} style={{ width: `${(100 * value) / whole}%` }} />
        ))}
      </div>
      <ul>
        {there.map(({ key, name: part, words, shade }) => (
          <li key={key}>
            <i data-shade={shade} aria-hidden="true" /> {part} <b>{words}</b>
          </li>
        ))}
      </ul>
    </figure>
  )
}
