import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { count, date } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { DataTable } from '../../ui/data-table'
import styles from './organization.module.css'
import { DONE_FOR_GOVERNMENT, noticesNaming } from './queries'

/** What it won and delivered: the results and acceptances that name it, the latest first. */
export function Awards({ name }: { name: string }) {
  const { t } = useTranslation('organization')
  const { t: words } = useTranslation()
  const language = useLanguage()
  const { data, isError } = useQuery(noticesNaming(name))
  if (isError) return <p className={styles.lead}>{t('record.awards.away')}</p>
  if (data === undefined) return null
  if (data.items.length === 0) return <p className={styles.lead}>{t('record.awards.none')}</p>
  return (
    <>
      <DataTable
        caption={t('record.awards.title')}
        dense
        rows={data.items}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          { key: 'on', header: t('record.awards.on'), cell: ({ publishedAt }) => date(publishedAt, language) },
          { key: 'type', header: t('record.awards.type'), cell: ({ type }) => words(`noticeType.${type}`) },
          {
            key: 'what',
            header: t('record.awards.what'),
            cell: ({ id, title }) => <Link to={paths.notice(id)}>{title}</Link>,
          },
          { key: 'buyer', header: t('record.awards.buyer'), cell: ({ department }) => department.name },
        ]}
      />
      <p className={styles.lead}>{t('record.awards.byName')}</p>
      {data.next !== null && (
        <p>
          <Link to={paths.noticesNaming(name, DONE_FOR_GOVERNMENT)}>
            {t('record.awards.all', { total: count(data.total) })}
          </Link>
        </p>
      )}
    </>
  )
}
