import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { Page } from '../../ui/page'
import { Facts } from './facts'
import { Members } from './members'
import { Memberships } from './memberships'
import styles from './organization.module.css'
import { Profile } from './profile'
import { organization } from './queries'
import { StatusWord } from './status-word'

/** The public profile of a body: who it is, what is on record, with whom it works. */
export function OrganizationPage() {
  const { t } = useTranslation('organization')
  const { id = '' } = useParams()
  const { data } = useSuspenseQuery(organization(id))
  const kind =
    data.kind === 'LEGAL_PERSON' && data.legalForm !== null ? t(`form.${data.legalForm}`) : t(`kind.${data.kind}`)
  return (
    <Page title={data.name}>
      <header className={styles.head}>
        <p>
          {data.region.name} · {kind}
        </p>
        <h1>{data.name}</h1>
        <StatusWord status={data.status} />
        {data.kind === 'FILED_GROUP' && <p className={styles.lead}>{t('group.lead')}</p>}
        {data.kind === 'FEDERATION' && <p className={styles.lead}>{t('federation.lead')}</p>}
      </header>
      <div className={styles.body}>
        {data.kind === 'FEDERATION' && <Members members={data.members} />}
        <Memberships memberships={data.memberships} />
        <Profile organization={data} />
        <Facts facts={data.facts} />
      </div>
    </Page>
  )
}
