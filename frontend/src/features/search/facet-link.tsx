import type { ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { count as formatted } from '../../lib/format'
import { cx } from '../../ui/cx'
import styles from './facets.module.css'

interface FacetLinkProps {
  to: To
  on: boolean
  name: string
  count?: number | undefined
  expander?: ReactNode
  children?: ReactNode
}

export function FacetLink({ to, on, name, count, expander, children }: FacetLinkProps) {
  return (
    <li>
      <div className={cx(styles.row, on && styles.on)}>
        {expander}
        <Link to={to} aria-current={on ? 'true' : undefined} preventScrollReset>
          <span>{name}</span>
          {count !== undefined && <span className={styles.count}>{formatted(count)}</span>}
        </Link>
      </div>
      {children}
    </li>
  )
}
