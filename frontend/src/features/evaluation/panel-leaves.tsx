import { useTranslation } from 'react-i18next'
import type { Evaluation } from '../../api/types'
import { dateTime } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import styles from './evaluation.module.css'
import { REVEALED } from './phases'

type Leave = NonNullable<Evaluation['panel']>['leaves'][number]

/** The seat is kept: points that were given in it had been revealed, and stand unless it was for a relation. */
const isExcuse = ({ step, ground }: Leave) => step != null && REVEALED.includes(step) && ground !== 'RELATED'

/** Who left a seat, why and when, and who has it now. */
export function PanelLeaves({ leaves }: { leaves: Leave[] }) {
  const { t } = useTranslation('evaluation')
  if (leaves.length === 0) return null
  return (
    <ul className={styles.list} aria-label={t('panel.leaves')}>
      {leaves.map((leave) => (
        <LeaveRow key={`${leave.seat}${leave.at}`} leave={leave} />
      ))}
    </ul>
  )
}

function LeaveRow({ leave }: { leave: Leave }) {
  const { t } = useTranslation('evaluation')
  const language = useLanguage()
  const { name, reason, seat, step, next } = leave
  const why = leave.own ? (leave.ground === 'UNABLE' ? 'leftUnable' : 'leftOwn') : 'leftOther'
  return (
    <li className={styles.quiet} data-row>
      {t(`panel.${why}`, { name, reason })}
      <br />
      {t('panel.leftWhen', { seat, time: dateTime(leave.at, language) })}
      {step && ` · ${t(`phase.${step}`)}`}
      {next && ` · ${t('panel.next', { name: next })}`}
      {isExcuse(leave) && ` · ${t('panel.othersDecide')}`}
      {(leave.reviewed || leave.signed > 0) && ` · ${t('panel.void')}`}
    </li>
  )
}
