import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Eligibility } from '../../api/types'
import { Strip, type Tone } from '../../ui/strip'

export interface EligibilityWords {
  eligibility: Eligibility
  federation: { name: string } | null
  missing: string[]
  failures: string[]
}

const TONES: Record<Eligibility, Tone> = {
  ELIGIBLE: 'met',
  ELIGIBLE_WITH_GAPS: 'unknown',
  THROUGH_FEDERATION: 'through',
  NOT_ELIGIBLE: 'not',
}

/** 资格条: the same four sentences wherever a notice is shown to a body. */
export function EligibilityStrip({ action, ...answer }: EligibilityWords & { action?: ReactNode }) {
  const words = useEligibilityWords()
  return (
    <Strip tone={TONES[answer.eligibility]} action={action}>
      {words(answer)}
    </Strip>
  )
}

/** The sentence of a strip. */
export function useEligibilityWords() {
  const { t } = useTranslation('matching')
  return ({ eligibility, federation, missing, failures }: EligibilityWords): string => {
    switch (eligibility) {
      case 'ELIGIBLE':
        return federation === null ? t('strip.direct') : t('strip.through', { federation: federation.name })
      case 'THROUGH_FEDERATION':
        return federation === null ? t('strip.throughSome') : t('strip.through', { federation: federation.name })
      case 'ELIGIBLE_WITH_GAPS':
        return missing.length === 1
          ? t('strip.gap', { what: missing[0] })
          : t('strip.gaps', { count: missing.length, what: missing.join(t('strip.and')) })
      case 'NOT_ELIGIBLE':
        return failures.length === 0 ? t('strip.not') : t('strip.notBecause', { what: failures.join(t('strip.and')) })
    }
  }
}
