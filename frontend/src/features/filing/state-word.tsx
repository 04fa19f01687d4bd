import { useTranslation } from 'react-i18next'
import type { FilingState } from '../../api/types'
import { cx } from '../../ui/cx'
import styles from './filing.module.css'

const MARK: Record<FilingState, string> = {
  APPLIED: '○',
  COMMUNITY_OPINION: '◔',
  STREET_REVIEW: '◑',
  FILED_ACTIVE: '✓',
  DORMANT: '–',
  REVOKED: '×',
  CANCELLED: '×',
  REGISTERED: '↗',
}

/** Where the filing stands, by word, shape and colour. */
export function StateWord({ state }: { state: FilingState }) {
  const { t } = useTranslation('filing')
  return (
    <span className={cx(styles.state, styles[state])}>
      <span aria-hidden="true">{MARK[state]}</span> {t(`state.${state}`)}
    </span>
  )
}
