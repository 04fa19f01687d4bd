import { useTranslation } from 'react-i18next'
import type { Evaluation } from '../../api/types'
import { Deadline } from '../../ui/deadline'
import { Strip } from '../../ui/strip'
import styles from './evaluation.module.css'

/** Low prices, step by step: why asked, until when, what was said, what was found. */
export function Inquiries({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation('evaluation')
  const nameOf = (bid: string) => evaluation.bids.find((one) => one.id === bid)?.body.name ?? ''
  return (
    <ul className={styles.list}>
      {evaluation.inquiries.map((one) => (
        <li key={one.bid}>
          <div className={styles.row}>
            <b>{nameOf(one.bid)}</b>
            {one.accepted == null ? (
              <Strip tone="unknown">{t('inquiry.open', { votes: one.votes })}</Strip>
            ) : (
              <Strip tone={one.accepted ? 'met' : 'not'}>
                {t(one.accepted ? 'inquiry.accepted' : 'inquiry.refused')}
              </Strip>
            )}
          </div>
          <ul>
            {one.triggers.map((trigger) => (
              <li key={trigger}>{t(`inquiry.trigger.${trigger}`)}</li>
            ))}
          </ul>
          {one.explanation == null ? (
            <p>
              {t('inquiry.unexplained')} <Deadline at={one.answerBy} full />
            </p>
          ) : (
            <p className={styles.text}>{one.explanation}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
