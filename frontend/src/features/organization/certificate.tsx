import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganizationDetails, RegistryFact } from '../../api/types'
import { date, yuan } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { Known } from './known'
import styles from './organization.module.css'

type Items = NonNullable<OrganizationDetails['registration']>

interface CertificateProps {
  items: Items
  legalForm: OrganizationDetails['legalForm']
  facts: RegistryFact[]
}

/** What the certificate says, and how many stand behind the body; what is not on record is left out. */
export function Certificate({ items, legalForm, facts }: CertificateProps) {
  const { t } = useTranslation('organization')
  const language = useLanguage()
  const lines = linesOf(items)
  const head = facts.find(({ kind, state }) => kind === 'HEAD' && state === 'VALID')
  const people = facts
    .filter(({ kind }) => kind === 'HEADCOUNT')
    .sort((one, other) => other.value.localeCompare(one.value))[0]
  return (
    <section>
      <h2>{t('certificate.title')}</h2>
      {lines.length === 0 && people === undefined && head === undefined && (
        <p className={styles.lead}>{t('certificate.none')}</p>
      )}
      <dl className={styles.profile}>
        {head !== undefined && (
          <Line name={t('certificate.head')}>
            {head.valueName} <Known fact={head} />
          </Line>
        )}
        {lines.map(([name, value]) => (
          <Line
            key={name}
            name={name === 'fundsFen' ? t(`funds.${legalForm ?? 'ASSOCIATION'}`) : t(`certificate.${name}`)}
          >
            {shown(name, value)}
          </Line>
        ))}
        {people !== undefined && (
          <Line name={t('certificate.headcount')}>
            {t('certificate.people', { count: people.number ?? 0, year: people.value })} <Known fact={people} />
          </Line>
        )}
      </dl>
    </section>
  )

  function shown(name: Name, value: Shown): ReactNode {
    if (name === 'fundsFen') return yuan(Number(value), language)
    if (typeof value === 'boolean') return t(value ? 'certificate.yes' : 'certificate.no')
    if (name === 'certificateFrom' || name === 'certificateTo') return date(String(value), language)
    if (typeof value === 'number')
      return t(name === 'unitMembers' ? 'certificate.units' : 'certificate.many', { count: value })
    return CODED.includes(name) ? t(`certificate.code.${value as 'OWN'}`) : value
  }
}

type Name = keyof Items
type Shown = string | number | boolean

const CODED: Name[] = ['institutionKind', 'foundationKind', 'partyKind']

/** In the order of the certificate (domain.md 3.2). */
const ORDER = [
  'registrationAuthority',
  'competentUnit',
  'industryUnit',
  'institutionKind',
  'foundationKind',
  'purpose',
  'activityArea',
  'fundsFen',
  'certificateFrom',
  'certificateTo',
  'charity',
  'publicFundraising',
  'partyKind',
  'partyName',
  'individualMembers',
  'unitMembers',
  'council',
  'supervisors',
] as const satisfies readonly Name[]

const linesOf = (items: Items) =>
  ORDER.flatMap((name) => (items[name] === null ? [] : [[name, items[name]] as [(typeof ORDER)[number], Shown]]))

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)
