import type { ReactNode } from 'react'
import { cx } from './cx'
import styles from './strip.module.css'

export type Tone = 'met' | 'through' | 'unknown' | 'not'

/** Shape, word and colour say the same thing, so that none of them is needed alone. */
const SHAPES: Record<Tone, string> = { met: '●', through: '◐', unknown: '△', not: '○' }

/** The pill of an eligibility strip, with what to do beside it. */
export function Strip({ tone, children, action }: { tone: Tone; children: ReactNode; action?: ReactNode }) {
  return (
    <p className={styles.strip}>
      <span className={cx(styles.pill, styles[tone])}>
        <Mark tone={tone} />
        {children}
      </span>
      {action && <span className={styles.action}>{action}</span>}
    </p>
  )
}

export function Mark({ tone }: { tone: Tone }) {
  return (
    <span aria-hidden="true" className={cx(styles.mark, styles[`${tone}Ink`])}>
      {SHAPES[tone]}
    </span>
  )
}
