import { useTranslation } from 'react-i18next'
import type { Verdict } from '../../api/types'
import { date } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { Mark, type Tone } from '../../ui/strip'
import styles from './may-i-bid.module.css'
import { useRequirementWords } from './requirement-words'

const TONES: Record<Verdict['verdict'], Tone> = { MET: 'met', NOT_MET: 'not', UNKNOWN: 'unknown' }
/** What is wrong comes before what is well. */
const ORDER: Verdict['verdict'][] = ['NOT_MET', 'UNKNOWN', 'MET']

/** Requirement, fact with its date, article, and what to do. */
export function VerdictList({ verdicts }: { verdicts: Verdict[] }) {
  const { t } = useTranslation('matching')
  const language = useLanguage()
  const requirement = useRequirementWords()
  const sorted = ORDER.flatMap((verdict) => verdicts.filter((one) => one.verdict === verdict))
  if (sorted.length === 0) return null
  return (
    <ul className={styles.verdicts}>
      {sorted.map((one) => (
        <li key={JSON.stringify(one.requirement)}>
          <Mark tone={TONES[one.verdict]} />
          <div>
            <p>
              <b>{requirement(one.requirement)}</b>
              <span className={styles.word} data-verdict={one.verdict}>
                {t(`verdict.${one.verdict}`)}
              </span>
            </p>
            {one.fact && (
              <p className={styles.fact}>
                {one.fact}
                {one.factDate && t('verdict.on', { day: date(one.factDate, language) })}
              </p>
            )}
            {one.rule && <p className={styles.rule}>{one.rule}</p>}
            {one.remedy && <p className={styles.remedy}>{one.remedy}</p>}
          </div>
        </li>
      ))}
    </ul>
  )
}
