import { count } from '../lib/format'
import styles from './line-chart.module.css'

export interface Line {
  key: string
  name: string
  values: readonly number[]
}

interface LineChartProps {
  label: string
  /** What stands below the first and the last point. */
  at: readonly string[]
  lines: readonly Line[]
}

const WIDTH = 100
const HEIGHT = 100

/** Up to three lines over one time, from zero; the names with the last values stand beside the ends. The table comes from outside. */
export function LineChart({ label, at, lines }: LineChartProps) {
  const largest = Math.max(1, ...lines.flatMap(({ values }) => values))
  const x = (index: number) => (at.length < 2 ? 0 : (WIDTH * index) / (at.length - 1))
  const y = (value: number) => HEIGHT - (HEIGHT * value) / largest
  return (
    <figure className={styles.chart}>
      <ul aria-label={label}>
        {lines.map(({ key, name, values }, line) => (
          <li key={key} data-line={line}>
            <i aria-hidden="true" /> {name} <b>{count(values.at(-1) ?? 0)}</b>
          </li>
        ))}
      </ul>
      <div className={styles.sheet} aria-hidden="true">
        <span className={styles.top}>{count(largest)}</span>
        <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
          {lines.map(({ key, values }, line) => (
            <polyline
              key={key}
              data-line={line}
              points={values.map((value, index) => `${x(index)},${y(value)}`).join(' ')}
            />
          ))}
        </svg>
        <p>
          <span>{at[0]}</span>
          <span>{at.at(-1)}</span>
        </p>
      </div>
    </figure>
  )
}
