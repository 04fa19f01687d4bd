import { useTranslation } from 'react-i18next'
import type { Opening } from '../../../api/types'
import styles from './opening.module.css'

const STEPS = ['sealed', 'checked', 'shares', 'opened'] as const
const STAGED = ['sealed', 'checked', 'shares', 'technical', 'prices', 'opened'] as const
type Step = (typeof STAGED)[number]

const AT: Record<Opening['state'], Step | null> = {
  GIVING: null,
  SEALED: 'sealed',
  SEAL_CHECK: 'checked',
  OPENING: 'shares',
  TECHNICAL_OPENED: 'technical',
  PRICES_ALLOWED: 'technical',
  OPENING_PRICES: 'prices',
  OPENED: 'opened',
  FAILED_TOO_FEW: 'sealed',
  ENDED: null,
}

/** The way from the seal to the record, with where it is now. */
export function Steps({ opening }: { opening: Opening }) {
  const { t } = useTranslation('opening')
  const steps: readonly Step[] = opening.staged ? STAGED : STEPS
  // The record is the last step, and nothing is left to do in it.
  const here = opening.state === 'OPENED' ? steps.length : steps.indexOf(AT[opening.state] as Step)
  return (
    <ol className={styles.steps} aria-label={t('steps.title')}>
      {steps.map((step, place) => (
        <li
          key={step}
          data-state={place < here ? 'done' : place === here ? 'here' : 'ahead'}
          aria-current={place === here ? 'step' : undefined}
        >
          {t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  )
}
