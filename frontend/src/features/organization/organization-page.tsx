import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useMovedOn } from '../../lib/use-moved-on'
import { Page } from '../../ui/page'
import { Certificate } from './certificate'
import { Facts } from './facts'
import { Inspections } from './inspections'
import { Members } from './members'
import { Memberships } from './memberships'
import { Now } from './now'
import styles from './organization.module.css'
import { Profile } from './profile'
import { organization } from './queries'
import { Record } from './record'

/** The public profile of a body: who it is, what is on record, with whom it works. What its own staff sees stands first. */
export function OrganizationPage({ children }: { children: ReactNode }) {
  const { t } = useTranslation('organization')
  const { id = '' } = useParams()
  const { data } = useSuspenseQuery(organization(id))
  useMovedOn(id, data.id)
  const kind =
    data.kind === 'LEGAL_PERSON' && data.legalForm !== null ? t(`form.${data.legalForm}`) : t(`kind.${data.kind}`)
  return (
    <Page title={data.name}>
      <header className={styles.head}>
        <p>
          {data.region.name} · {kind}
        </p>
        <h1>{data.name}</h1>
        {data.kind === 'FILED_GROUP' && <p className={styles.lead}>{t('group.lead')}</p>}
        {data.kind === 'FEDERATION' && <p className={styles.lead}>{t('federation.lead')}</p>}
      </header>
      <div className={styles.body}>
        {children}
        <Now organization={data} />
        {data.kind === 'FEDERATION' && <Members members={data.members} federation={data.id} />}
        <Profile organization={data} />
        {data.registration !== null && (
          <Certificate items={data.registration} legalForm={data.legalForm} facts={data.facts} />
        )}
        {data.kind !== 'FILED_GROUP' && <Inspections facts={data.facts} />}
        <Record name={data.name} facts={data.facts} />
        <Memberships memberships={data.memberships} />
        <Facts facts={data.facts} />
      </div>
    </Page>
  )
}
