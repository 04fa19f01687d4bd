import { useTranslation } from 'react-i18next'
import type { EligibilityAnswer } from '../../api/types'
import { dateTime } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import type { Asker, Body } from './body'
import { EligibilityStrip } from './eligibility-strip'
import styles from './may-i-bid.module.css'
import { RemedyLine } from './remedy-line'
import { useRequirementWords } from './requirement-words'
import { ThroughFederation } from './through-federation'
import { VerdictList } from './verdict-list'

interface LotEligibilityProps {
  answer: EligibilityAnswer
  category: { code: string; name: string } | null
  body: Body
  asker: Asker
}

/** The conclusion first, then what it rests on, then the ways through a federation. */
export function LotEligibility({ answer, category, body, asker }: LotEligibilityProps) {
  const { t } = useTranslation('matching')
  const language = useLanguage()
  const requirement = useRequirementWords()
  const first = answer.through[0]
  const named = (verdict: 'UNKNOWN' | 'NOT_MET') =>
    (answer.verdicts.length > 0 ? answer.verdicts : (first?.verdicts ?? []))
      .filter((one) => one.verdict === verdict)
      .map((one) => requirement(one.requirement))
  return (
    <>
      <EligibilityStrip
        eligibility={answer.eligibility}
        federation={first?.federation ?? null}
        missing={named('UNKNOWN')}
        failures={named('NOT_MET')}
      />
      <p className={styles.lead}>{t(`may.${body.kind}.${answer.eligibility}`, { name: body.name })}</p>
      {answer.field.remedy !== null && (
        <div className={styles.field}>
          <RemedyLine sentence={answer.field.remedy} action={answer.field.action} mine={asker.body} />
        </div>
      )}
      <VerdictList verdicts={answer.verdicts} asker={asker} />
      {answer.through.map(({ federation, eligibility, verdicts }) => (
        <ThroughFederation
          key={federation.id}
          federation={federation}
          eligibility={eligibility}
          verdicts={verdicts}
          category={category}
          body={body}
          asker={asker}
        />
      ))}
      {body.kind === 'FEDERATION' && (
        <ThroughFederation federation={body} category={category} body={body} asker={asker} verdicts={[]} />
      )}
      <p className={styles.asOf}>{t('may.asOf', { at: dateTime(answer.asOf, language) })}</p>
    </>
  )
}
