import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { RemedyAction } from '../../api/types'
import { ActionLink } from '../../ui/button'
import styles from './may-i-bid.module.css'
import { wayTo } from './remedy-ways'

interface RemedyLineProps {
  sentence: string
  action: RemedyAction | null
  /** The body that the caller speaks for: only its own staff is offered the act. */
  mine: string | null
}

/** What to do, whether there is still time, and the button that does it. */
export function RemedyLine({ sentence, action, mine }: RemedyLineProps) {
  const { t } = useTranslation('matching')
  const { pathname, search } = useLocation()
  const way = action !== null && action.bodyId === mine ? wayTo(action, pathname + search) : null
  return (
    <div className={styles.remedy}>
      <p>{sentence}</p>
      {action !== null && <Chance action={action} />}
      {way !== null && (
        <ActionLink weight="ghost" to={way.to}>
          {t(`act.${way.act}`)}
        </ActionLink>
      )}
    </div>
  )
}

/** Whether the usual time still fits before bids close. */
export function Chance({ action: { usualDays, verified, inTime } }: { action: RemedyAction }) {
  const { t } = useTranslation('matching')
  if (usualDays === null || inTime === null) return null
  const days = t(verified ? 'chance.sure' : 'chance.usual', { count: usualDays })
  return (
    <p className={styles.chance} data-late={!inTime || undefined}>
      <span aria-hidden="true">{inTime ? '◷' : '!'}</span> {days}
      {t(inTime ? 'chance.inTime' : 'chance.late')}
    </p>
  )
}
