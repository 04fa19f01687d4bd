import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { PoolKind } from '../../api/types'
import { paths } from '../../lib/paths'
import { Page } from '../../ui/page'
import { EntryForm } from './entry-form'
import styles from './pool.module.css'
import { entryOf } from './queries'

interface EntryPageProps {
  kinds: readonly PoolKind[]
  region: string
}

export function NewEntryPage(props: EntryPageProps) {
  const { t } = useTranslation('pool')
  return (
    <Page title={t('newTitle')} narrow>
      <p>
        <Link to={paths.pool}>{t('title')}</Link>
      </p>
      <h1>{t('newTitle')}</h1>
      <p className={styles.lead}>{t('newLead')}</p>
      <EntryForm {...props} entry={null} />
    </Page>
  )
}

export function EditEntryPage(props: EntryPageProps) {
  const { t } = useTranslation('pool')
  const { id = '' } = useParams()
  const { data } = useSuspenseQuery(entryOf(id))
  const title = t('editTitle', { name: data.name })
  return (
    <Page title={title} narrow>
      <p>
        <Link to={paths.poolEntry(id)}>{data.name}</Link>
      </p>
      <h1>{title}</h1>
      <EntryForm {...props} entry={data} key={data.version} />
    </Page>
  )
}
