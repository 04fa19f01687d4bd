import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OrganizationDetails, RegistryFact } from '../../api/types'
import { date } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Known } from './known'
import styles from './organization.module.css'
import { StatusWord } from './status-word'

/** What a reader wants to know first: may it act, how good is it, is it trusted, through whom does it work. */
export function Now({ organization }: { organization: OrganizationDetails }) {
  const { t } = useTranslation('organization')
  const language = useLanguage()
  const { kind, status, facts, federation } = organization
  const group = kind === 'FILED_GROUP'
  const now = (of: string) => facts.filter((fact) => fact.kind === of && fact.state === 'VALID')
  const until = ({ to }: RegistryFact) => (to === null ? t('now.open') : t('now.until', { to: date(to, language) }))
  const one = (fact: RegistryFact) => (
    <p key={`${fact.value}${fact.from}`}>
      {fact.valueName} · {until(fact)} <Known fact={fact} />
    </p>
  )
  const state = now(group ? 'FILING' : 'STATUS')
  const lists = now('CREDIT_LIST')
  const grades = now('GRADE')
  const taxes = now('TAX')
  return (
    <section>
      <h2>{t('now.title')}</h2>
      <dl className={styles.profile}>
        <Line name={t(group ? 'now.filing' : 'now.status')}>
          <p>
            <StatusWord status={status} />
          </p>
          {state.map(one)}
        </Line>
        {!group && (
          <>
            <Line name={t('now.credit')}>{lists.length === 0 ? <p>{t('now.noList')}</p> : lists.map(one)}</Line>
            {taxes.length > 0 && <Line name={t('now.tax')}>{taxes.map(one)}</Line>}
            <Line name={t('now.grade')}>{grades.length === 0 ? <p>{t('now.noGrade')}</p> : grades.map(one)}</Line>
          </>
        )}
        {kind !== 'FEDERATION' && (
          <Line name={t('now.federation')}>
            {federation === null ? (
              <p>{t(group ? 'now.groupAlone' : 'now.alone')}</p>
            ) : (
              <p>
                <Link to={paths.federation(federation.id)}>{federation.name}</Link>
              </p>
            )}
          </Line>
        )}
      </dl>
    </section>
  )
}

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
