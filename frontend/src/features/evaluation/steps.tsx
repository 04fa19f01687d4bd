import { useTranslation } from 'react-i18next'
import type { EvaluationPhase } from '../../api/types'
import styles from './evaluation.module.css'

const ORDER: EvaluationPhase[] = [
  'FORMING',
  'DECLARING',
  'QUALIFYING',
  'REVIEWING',
  'SCORING',
  'AWAITING_PRICES',
  'PRICING',
  'RANKED',
  'PROPOSED',
  'AWARDED',
]

interface StepsProps {
  phase: EvaluationPhase
  /** Whether the purchaser checks qualifications apart. */
  qualifying: boolean
  staged: boolean
}

/** The way from the opened bids to the award, with today on it. */
export function Steps({ phase, qualifying, staged }: StepsProps) {
  const { t } = useTranslation('evaluation')
  const steps = ORDER.filter(
    (one) => (one !== 'QUALIFYING' || qualifying) && (one !== 'AWAITING_PRICES' || staged || phase === one),
  )
  const here = steps.indexOf(phase)
  return (
    <ol className={styles.steps} aria-label={t('steps')}>
      {steps.map((step, place) => (
        <li
          key={step}
          data-state={place < here || phase === 'AWARDED' ? 'done' : undefined}
          aria-current={place === here && phase !== 'AWARDED' ? 'step' : undefined}
        >
          {t(`phase.${step}`)}
        </li>
      ))}
    </ol>
  )
}
