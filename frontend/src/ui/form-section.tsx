import type { ReactNode } from 'react'
import { useArrival } from '../lib/use-arrival'
import styles from './form-section.module.css'

interface FormSectionProps {
  number: number
  title: string
  lead?: string
  /** Whether it stands in the place of what was just done. */
  arrives?: boolean
  children: ReactNode
}

/** One part of a long form, with its number in the margin. */
export function FormSection({ number, title, lead, arrives = false, children }: FormSectionProps) {
  const heading = useArrival<HTMLHeadingElement>(arrives ? 1 : 0)
  return (
    <section className={styles.section} aria-labelledby={`section-${number}`}>
      <h2 id={`section-${number}`} ref={heading} tabIndex={arrives ? -1 : undefined}>
        <span aria-hidden="true">{number}</span>
        {title}
      </h2>
      {lead && <p className={styles.lead}>{lead}</p>}
      <div className={styles.fields}>{children}</div>
    </section>
  )
}
