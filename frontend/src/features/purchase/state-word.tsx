import { useTranslation } from 'react-i18next'
import type { PurchaseState } from '../../api/types'
import { useNow } from '../../lib/clock'
import { cx } from '../../ui/cx'
import styles from './purchase.module.css'

const SHAPES: Partial<Record<PurchaseState, string>> = { DRAFT: '○', IN_REVIEW: '◐', TERMINATED: '×' }

/** Where a purchase stands: a shape and a word. A call whose deadline has passed is out, but nobody can answer it any more. */
export function StateWord({ state, deadline }: { state: PurchaseState; deadline: string | null }) {
  const { t } = useTranslation('purchase')
  const now = useNow()
  const closed = state === 'PUBLISHED' && deadline !== null && Date.parse(deadline) <= now.getTime()
  return (
    <span className={cx(styles.state, styles[state])}>
      <span aria-hidden="true">{closed ? '◑' : (SHAPES[state] ?? '●')}</span>
      {t(closed ? 'state.CLOSED' : `state.${state}`)}
    </span>
  )
}
