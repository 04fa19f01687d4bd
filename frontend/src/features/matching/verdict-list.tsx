import { useTranslation } from 'react-i18next'
import type { Verdict } from '../../api/types'
import { date } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { Mark, type Tone } from '../../ui/strip'
import { Term } from '../../ui/term'
import type { Asker } from './body'
import { Citations } from './citations'
import styles from './may-i-bid.module.css'
import { RemedyLine } from './remedy-line'
import { useRequirementWords } from './requirement-words'

const TONES: Record<Verdict['verdict'], Tone> = { MET: 'met', NOT_MET: 'not', UNKNOWN: 'unknown' }
/** What is wrong comes before what is well. */
const ORDER: Verdict['verdict'][] = ['NOT_MET', 'UNKNOWN', 'MET']

interface VerdictListProps {
  verdicts: Verdict[]
  asker: Asker
}

/** What is wrong, what is still to do, and what is well; each with its fact, what shows it, the article, and the remedy. */
export function VerdictList({ verdicts, asker }: VerdictListProps) {
  const { t } = useTranslation('matching')
  const groups = ORDER.map((verdict) => ({ verdict, rows: verdicts.filter((one) => one.verdict === verdict) })).filter(
    ({ rows }) => rows.length > 0,
  )
  return groups.map(({ verdict, rows }) => (
    <div key={verdict} className={styles.group}>
      {groups.length > 1 && <p className={styles.groupName}>{t(`group.${verdict}`, { count: rows.length })}</p>}
      <ul className={styles.verdicts} aria-label={t(`group.${verdict}`, { count: rows.length })}>
        {rows.map((one) => (
          <VerdictRow key={JSON.stringify(one.requirement)} verdict={one} asker={asker} />
        ))}
      </ul>
    </div>
  ))
}

function VerdictRow({ verdict: one, asker }: { verdict: Verdict; asker: Asker }) {
  const { t } = useTranslation('matching')
  const language = useLanguage()
  const requirement = useRequirementWords()
  return (
    <li>
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
        <Citations citations={one.citations} asker={asker} />
        {one.rule && (
          <div className={styles.rule}>
            <Term meaning={one.plain}>{one.rule}</Term>
          </div>
        )}
        {one.remedy && <RemedyLine sentence={one.remedy} action={one.action} mine={asker.body} />}
      </div>
    </li>
  )
}
