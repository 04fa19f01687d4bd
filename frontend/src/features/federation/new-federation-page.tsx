import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { paths } from '../../lib/paths'
import { regionOf } from '../../lib/reference'
import { list } from '../../lib/search-params'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import styles from './federation.module.css'
import { federationOfStreet } from './queries'
import { RegistrationForm } from './registration-form'
import { PartsOf, StreetsWithout } from './streets-without'

const COUNTY_DIGITS = 6
const STREET_DIGITS = 9

/** 登记街道联合会: first for which street, then which registered association; one question at a time. */
export function NewFederationPage({ region }: { region: { code: string; name: string } }) {
  const { t } = useTranslation('federation')
  const [params] = useSearchParams()
  const [chosen] = list(params, 'street', /^\d{9}$/)
  const [part = region.code] = list(params, 'in', /^\d{4,6}$/)
  const street = region.code.length >= STREET_DIGITS ? region.code.slice(0, STREET_DIGITS) : chosen
  const county = part.length === COUNTY_DIGITS
  return (
    <Page title={t('register.title')} narrow>
      <p>
        {chosen === undefined ? (
          <Link to={paths.memberships}>{t('register.back')}</Link>
        ) : (
          <Link to={paths.newFederation({ in: chosen.slice(0, COUNTY_DIGITS) })}>{t('register.otherStreet')}</Link>
        )}
      </p>
      <header className={styles.head}>
        <p>{region.name}</p>
        <h1>{t('register.title')}</h1>
        <p className={styles.lead}>{t('register.lead')}</p>
      </header>
      {street !== undefined && <ForStreet street={street} />}
      {street === undefined && county && <StreetsWithout county={part} />}
      {street === undefined && !county && <PartsOf region={part} />}
    </Page>
  )
}

function ForStreet({ street }: { street: string }) {
  const { t } = useTranslation('federation')
  const { data: standing } = useQuery(federationOfStreet(street))
  const { data: region } = useQuery(regionOf(street))
  if (standing === undefined || region === undefined) return <Skeleton lines={6} />
  if (standing === null) return <RegistrationForm street={region} />
  return (
    <EmptyState
      title={t('register.has', { street: region.name })}
      actions={<Link to={paths.federation(standing.id)}>{standing.name}</Link>}
    >
      {t('register.hasDo')}
    </EmptyState>
  )
}
