import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordedFact } from '../../api/types'
import { date, dateTime, yuan } from '../../lib/format'
import { headed } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'
import { Mark, type Tone } from '../../ui/strip'
import { isYearly } from './kinds'
import styles from './registry.module.css'

const TONES: Record<RecordedFact['state'], Tone> = {
  VALID: 'met',
  FUTURE: 'unknown',
  EXPIRED: 'unknown',
  WITHDRAWN: 'not',
}

interface FactListProps {
  facts: RecordedFact[]
  evidenceAddress: (fact: RecordedFact) => string
  acts: (fact: RecordedFact) => ReactNode
  withBody?: boolean
  /** Under a heading that names their kind already. */
  grouped?: boolean
}

/** Facts as a timeline: what, from when to when, what shows it, who put it on record and who took it back, why. */
export function FactList({ facts, evidenceAddress, acts, withBody = false, grouped = false }: FactListProps) {
  const { t } = useTranslation('registry')
  const language = useLanguage()
  const days = ({ kind, from, to }: RecordedFact) => {
    const first = date(from, language)
    if (kind === 'INSPECTION') return t('concluded', { on: first })
    if (isYearly(kind)) return t('reported', { on: first })
    return to === null ? t('since', { from: first }) : t('span', { from: first, to: date(to, language) })
  }
  const many = ({ kind, number, amountFen }: RecordedFact) => {
    if (amountFen !== null) return yuan(amountFen, language)
    return number !== null && t(kind === 'STAFF' || kind === 'HEADCOUNT' ? 'people' : 'times', { count: number })
  }
  const what = (fact: RecordedFact) => [fact.valueName, many(fact)].filter(Boolean).join(' · ')
  const word = ({ kind, state, awaitsConfirmation }: RecordedFact) => {
    if (awaitsConfirmation) return t('state.WAITING')
    return t(kind === 'ACTIVITY' && state === 'EXPIRED' ? 'state.OVER' : `state.${state}`)
  }
  return (
    <ol className={styles.facts} data-list>
      {facts.map((fact) => (
        <li key={fact.id} data-row data-state={fact.state}>
          <div className={styles.what}>
            {withBody && <p className={styles.body}>{fact.body.name}</p>}
            <p>
              <Mark tone={fact.awaitsConfirmation ? 'unknown' : TONES[fact.state]} />{' '}
              <b>{grouped ? what(fact) : headed(fact.kindName, what(fact))}</b>{' '}
              <span className={styles.word}>{word(fact)}</span>
            </p>
            <p className={styles.meta}>{days(fact)}</p>
            <p className={styles.meta}>
              {[
                fact.source,
                fact.recordedByName,
                t('knownAt', { at: dateTime(fact.knownAt, language) }),
                fact.confirmedByName && t('confirmedBy', { name: fact.confirmedByName }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {fact.withdrawnAt && (
              <p className={styles.withdrawn}>
                {t('withdrawn', {
                  at: dateTime(fact.withdrawnAt, language),
                  name: fact.withdrawnByName ?? '',
                  reason: fact.withdrawnReason === 'superseded' ? t('superseded') : (fact.withdrawnReason ?? ''),
                })}
              </p>
            )}
            {fact.evidence && (
              <p className={styles.meta}>
                <a href={evidenceAddress(fact)} download>
                  {t('evidence.open', { name: fact.evidence.name })}
                </a>
              </p>
            )}
          </div>
          <div className={styles.rowActs}>{acts(fact)}</div>
        </li>
      ))}
    </ol>
  )
}
