import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { cx } from './cx'
import styles from './ribbon.module.css'

export interface RibbonStage {
  key: string
  name: string
  state: 'DONE' | 'RUNNING' | 'AHEAD'
  /** What a screen reader says for the dot. */
  stateName: string
  when?: ReactNode
  note?: ReactNode
  to?: string | undefined
}

/** The stages of a purchase as one line: done, running with its clock, ahead with the why. */
export function Ribbon({ stages, label }: { stages: readonly RibbonStage[]; label: string }) {
  return (
    <ol className={styles.ribbon} aria-label={label}>
      {stages.map((stage) => (
        <li
          key={stage.key}
          className={cx(styles[stage.state.toLowerCase()])}
          aria-current={stage.state === 'RUNNING' ? 'step' : undefined}
        >
          <b>
            {stage.to === undefined ? stage.name : <Link to={stage.to}>{stage.name}</Link>}
            <span className="visually-hidden">（{stage.stateName}）</span>
          </b>
          {stage.when && <span className={styles.when}>{stage.when}</span>}
          {stage.note && <span className={styles.note}>{stage.note}</span>}
        </li>
      ))}
    </ol>
  )
}
