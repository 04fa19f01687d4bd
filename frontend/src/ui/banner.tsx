import type { ReactNode } from 'react'
import styles from './banner.module.css'
import { cx } from './cx'

/** One line across the page about the state of things. */
export function Banner({
  tone = 'calm',
  children,
  action,
}: {
  tone?: 'calm' | 'amber' | 'vermilion'
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={cx(styles.banner, styles[tone])} role={tone === 'calm' ? undefined : 'status'}>
      <p>{children}</p>
      {action}
    </div>
  )
}
