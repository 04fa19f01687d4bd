import { type ReactNode, useId, useState } from 'react'
import styles from './term.module.css'

/** A legal term with a dotted underline; a press opens the plain words below it, with no hovering needed. */
export function Term({ children, meaning }: { children: ReactNode; meaning: string }) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <>
      <button
        type="button"
        className={styles.term}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      <span id={id} role="note" className={styles.meaning} hidden={!open}>
        {meaning}
      </span>
    </>
  )
}
