import type { ReactNode } from 'react'
import { Button } from './button'
import styles from './chosen-codes.module.css'

interface ChosenCodesProps {
  id: string
  describedBy: string | undefined
  chosen: { code: string; name: string }[]
  drop: (name: string) => string
  onDrop: (code: string) => void
  choose: string
  onChoose: () => void
  /** The dialog in which one chooses, while it is open. */
  children: ReactNode
}

/** Codes that were chosen, as words each of which can be dropped, and the way to choose. */
export function ChosenCodes({ id, describedBy, chosen, drop, onDrop, choose, onChoose, children }: ChosenCodesProps) {
  return (
    <div className={styles.codes}>
      {chosen.length > 0 && (
        <ul>
          {chosen.map(({ code, name }) => (
            <li key={code}>
              {name}
              <button type="button" onClick={() => onDrop(code)} aria-label={drop(name)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button id={id} aria-describedby={describedBy} weight="ghost" aria-haspopup="dialog" onClick={onChoose}>
        {choose}
      </Button>
      {children}
    </div>
  )
}
