import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Button } from './button'
import { TextField } from './field'
import styles from './finder.module.css'

export interface Find {
  key: string
  name: string
  /** What tells two of the same name apart. */
  detail?: string | undefined
}

interface FinderProps {
  label: string
  hint?: string
  search: string
  busy: boolean
  onSearch: (words: string) => void
  /** Undefined until something was asked for. */
  found: readonly Find[] | undefined
  none: ReactNode
  act: (one: Find) => ReactNode
}

/** Asks for words, shows what they find and what can be done with each; stands inside forms, for it is none itself. */
export function Finder({ label, hint, search, busy, onSearch, found, none, act }: FinderProps) {
  const [words, setWords] = useState('')
  const ask = () => words.trim() !== '' && onSearch(words.trim())
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    ask()
  }
  return (
    <search className={styles.finder}>
      <div className={styles.ask}>
        <TextField
          label={label}
          hint={hint}
          type="search"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={enter}
        />
        <Button weight="ghost" busy={busy} onClick={ask}>
          {search}
        </Button>
      </div>
      <div aria-live="polite">
        {found?.length === 0 && <p className={styles.none}>{none}</p>}
        {found !== undefined && found.length > 0 && (
          <ul className={styles.found}>
            {found.map((one) => (
              <li key={one.key}>
                <span>
                  {one.name}
                  {one.detail && <small>{one.detail}</small>}
                </span>
                {act(one)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </search>
  )
}
