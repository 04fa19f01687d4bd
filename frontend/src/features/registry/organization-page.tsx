import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { paths } from '../../lib/paths'
import { Page } from '../../ui/page'
import { OrganizationForm } from './organization-form'
import { body } from './queries'

export function NewOrganizationPage({ region }: { region: string }) {
  const { t } = useTranslation('registry')
  return (
    <Page title={t('new.title')} narrow>
      <p>
        <Link to={paths.registry}>{t('list.title')}</Link>
      </p>
      <h1>{t('new.title')}</h1>
      <OrganizationForm record={null} region={region} />
    </Page>
  )
}

export function EditOrganizationPage({ region }: { region: string }) {
  const { t } = useTranslation('registry')
  const { id = '' } = useParams()
  const { data } = useSuspenseQuery(body(id))
  return (
    <Page title={t('edit.title', { name: data.name })} narrow>
      <p>
        <Link to={paths.keptBody(id)}>{data.name}</Link>
      </p>
      <h1>{t('edit.title', { name: data.name })}</h1>
      <OrganizationForm record={data} region={region} key={data.id} />
    </Page>
  )
}
