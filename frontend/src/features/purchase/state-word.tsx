import { useTranslation } from 'react-i18next'
import type { PurchaseState } from '../../api/types'
import { cx } from '../../ui/cx'
import styles from './purchase.module.css'

const SHAPES: Partial<Record<PurchaseState, string>> = { DRAFT: '○', IN_REVIEW: '◐', TERMINATED: '×' }

/** Where a purchase stands: a shape and a word. */
export function StateWord({ state }: { state: PurchaseState }) {
  const { t } = useTranslation('purchase')
  return (
    <span className={cx(styles.state, styles[state])}>
      <span aria-hidden="true">{SHAPES[state] ?? '●'}</span>
      {t(`state.${state}`)}
    </span>
  )
}
