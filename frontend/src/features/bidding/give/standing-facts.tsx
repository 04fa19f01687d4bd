import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EligibilityAnswer } from '../../../api/types'
import { paths } from '../../../lib/paths'
import { Mark, type Tone } from '../../../ui/strip'
import styles from './give.module.css'

const TONE: Record<EligibilityAnswer['verdicts'][number]['verdict'], Tone> = {
  MET: 'met',
  UNKNOWN: 'unknown',
  NOT_MET: 'not',
}

/** What the registry knows of the bidder, as the lot asks for it: it goes into the bid by itself. */
export function StandingFacts({ lot, standing }: { lot: string; standing: EligibilityAnswer }) {
  const { t } = useTranslation('bid')
  return (
    <>
      <ul className={styles.facts}>
        {standing.verdicts.map((one) => (
          <li key={`${one.rule}${one.fact}`}>
            <Mark tone={TONE[one.verdict]} />
            <span>
              {one.plain}
              <small>
                {t(`standing.${one.verdict}`)} · {one.fact}
              </small>
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link to={paths.eligibility(lot, { organization: standing.body.id })}>{t('standing.more')}</Link>
      </p>
    </>
  )
}
