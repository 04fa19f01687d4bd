import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths'
import { Page } from '../../ui/page'
import { OrganizationForm } from './organization-form'
import type { Group } from './registration'
import styles from './registry.module.css'

/** A county registers a filed group as a legal person, which it goes on as. */
export function RegisterGroupPage({ group, region }: { group: Group; region: string }) {
  const { t } = useTranslation('filing')
  const title = t('register.go')
  return (
    <Page title={title} narrow>
      <p>
        <Link to={paths.filing(group.id)}>{group.name}</Link>
      </p>
      <h1>{title}</h1>
      <p className={styles.lead}>{t('register.lead')}</p>
      <OrganizationForm record={null} region={region} group={group} />
    </Page>
  )
}
