import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrganizationDetails } from '../../api/types'
import { date, inFours } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import styles from './organization.module.css'

export function Profile({ organization }: { organization: OrganizationDetails }) {
  const { t } = useTranslation('organization')
  const language = useLanguage()
  const { creditCode, filingNumber, formerFiling, foundedOn, address, businessScope, categories, places } = organization
  const lines: [string, ReactNode][] = [
    [t('profile.does'), categories.map(({ name }) => name).join(t('row.and'))],
    [t('profile.places'), places.map(({ name }) => name).join(t('row.and'))],
    [t('profile.creditCode'), creditCode && <code className={styles.code}>{inFours(creditCode)}</code>],
    [t('profile.filingNumber'), filingNumber],
    [
      t('profile.formerFiling'),
      formerFiling &&
        t('profile.formerFilingText', {
          number: formerFiling.number,
          from: date(formerFiling.filedOn, language),
          to: date(formerFiling.registeredOn, language),
        }),
    ],
    [t('profile.foundedOn'), foundedOn && date(foundedOn, language)],
    [t('profile.address'), address],
    [t('profile.scope'), businessScope],
  ]
  return (
    <section>
      <h2>{t('profile.title')}</h2>
      <dl className={styles.profile}>
        {lines
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}
