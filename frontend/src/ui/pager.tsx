import { useTranslation } from 'react-i18next'
import { count } from '../lib/format'
import { Button } from './button'
import styles from './pager.module.css'

interface PagerProps {
  shown: number
  total: number
  /** The count stops at 10,000: there are at least that many. */
  atLeast?: boolean | undefined
  more: boolean
  busy: boolean
  onMore: () => void
}

/** How far one has come and the way on; the numbers are announced as they change. */
export function Pager({ shown, total, atLeast = false, more, busy, onMore }: PagerProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.pager}>
      <p role="status">
        {t(atLeast ? 'pager.shownAtLeast' : 'pager.shown', { shown: count(shown), total: count(total) })}
      </p>
      {more && (
        <Button weight="ghost" busy={busy} onClick={onMore}>
          {t('pager.more')}
        </Button>
      )}
    </div>
  )
}
