import type { ReactNode } from 'react'
import styles from './drafting.module.css'

/** One part of the form, with its number in the margin. */
export function Section({
  number,
  title,
  lead,
  children,
}: {
  number: number
  title: string
  lead?: string
  children: ReactNode
}) {
  return (
    <section className={styles.section} aria-labelledby={`section-${number}`}>
      <h2 id={`section-${number}`}>
        <span aria-hidden="true">{number}</span>
        {title}
      </h2>
      {lead && <p className={styles.lead}>{lead}</p>}
      <div className={styles.fields}>{children}</div>
    </section>
  )
}
