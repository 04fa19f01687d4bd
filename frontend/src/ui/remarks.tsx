import type { ReactNode } from 'react'
import { cx } from './cx'
import styles from './remarks.module.css'

export interface Remark {
  key: string
  tone: 'wrong' | 'doubt'
  /** What a screen reader and a colour-blind eye need in words. */
  toneName: string
  where: ReactNode
  text: string
  rule?: string | null
  /** Where nobody has compared the cited basis with the official text yet: these words say so. */
  ruleDoubt?: string | null
  suggestion?: string | null
}

/** What the rules say, each with its place, its article and what to write instead. */
export function Remarks({ items, suggestionLabel }: { items: readonly Remark[]; suggestionLabel: string }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.key} className={cx(styles.item, styles[item.tone])}>
          <p className={styles.head}>
            <span aria-hidden="true">{item.tone === 'wrong' ? '！' : '△'}</span>
            <span>{item.toneName}</span>
            {item.where}
          </p>
          <p>{item.text}</p>
          {item.suggestion && (
            <p className={styles.suggestion}>
              <b>{suggestionLabel}</b>
              {item.suggestion}
            </p>
          )}
          {item.rule && (
            <p className={styles.rule}>
              {item.rule}
              {item.ruleDoubt && <span className={styles.ruleDoubt}>{item.ruleDoubt}</span>}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
