import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RosterEntry } from '../../api/types'
import { date } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { ActionLink } from '../../ui/button'
import { EndMembership } from './end-membership'
import styles from './federation.module.css'
import { LivingMandates } from './living-mandates'
import { MandateLine } from './mandate-line'
import { memberKind } from './member-kind'

/** Where the body stands: its mandates, how to give one, take one back, or leave. */
export function StandingMembership({ entry }: { entry: RosterEntry }) {
  const { t } = useTranslation('federation')
  const language = useLanguage()
  const past = entry.mandates.filter(({ state }) => state === 'EXPIRED' || state === 'REVOKED')
  return (
    <section className={styles.sheet} aria-labelledby={`member-${entry.id}`}>
      <h2 id={`member-${entry.id}`}>
        <Link to={paths.federation(entry.federation.id)}>{entry.federation.name}</Link>
      </h2>
      <p className={styles.plain}>{t('roster.since', { day: date(entry.from, language) })}</p>
      <h3>{t('own.mandates')}</h3>
      <LivingMandates entry={entry} none={t(`own.noMandate.${memberKind(entry.member.kind)}`)} weight="ghost" />
      <div className={styles.acts}>
        <ActionLink to={paths.giveMandate(entry.id)}>{t('give.act')}</ActionLink>
        {entry.member.kind === 'FILED_GROUP' && (
          <ActionLink weight="ghost" to={paths.agreements(entry.id)}>
            {t('agreement.link')}
          </ActionLink>
        )}
        <EndMembership entry={entry} by="member" />
      </div>
      {past.length > 0 && (
        <details>
          <summary>{t('own.past', { count: past.length })}</summary>
          {past.map((mandate) => (
            <MandateLine key={mandate.id} mandate={mandate} of={entry.id} />
          ))}
        </details>
      )}
    </section>
  )
}
