import type { ReactNode } from 'react'
import styles from './form-section.module.css'

interface FormSectionProps {
  number: number
  title: string
  lead?: string
  children: ReactNode
}

/** One part of a long form, with its number in the margin. */
export function FormSection({ number, title, lead, children }: FormSectionProps) {
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
