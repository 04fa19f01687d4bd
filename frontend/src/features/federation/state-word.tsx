import { useTranslation } from 'react-i18next'
import type { RosterEntry } from '../../api/types'
import { cx } from '../../ui/cx'
import styles from './federation.module.css'

const MARK = { INVITED: '○', ACCEPTED: '◐', CONFIRMED: '●', REFUSED: '×', LEFT: '—', TRANSFERRED: '→' } as const

/** How far a membership has come: a mark and a word, never colour alone. */
export function StateWord({ state }: { state: RosterEntry['state'] }) {
  const { t } = useTranslation('federation')
  return (
    <span className={cx(styles.state, styles[state])}>
      <span aria-hidden="true">{MARK[state]}</span>
      {t(`state.${state}`)}
    </span>
  )
}
