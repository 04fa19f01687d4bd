import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RegistryImport } from '../../api/types'
import { count, dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { type Column, DataTable } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { ListEnd } from '../../ui/list-end'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import styles from './imports.module.css'
import { imports } from './queries'
import { Upload } from './upload'

/** Where a registrar sends a file in, and finds every file that was sent before. */
export function ImportsPage() {
  const { t } = useTranslation('imports')
  return (
    <Page title={t('title')}>
      <p className={styles.back}>
        <Link to={paths.registry}>{t('registry')}</Link>
      </p>
      <h1>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <Upload />
      <section aria-labelledby="earlier-title">
        <h2 id="earlier-title">{t('list.title')}</h2>
        <Earlier />
      </section>
    </Page>
  )
}

function Earlier() {
  const { t } = useTranslation('imports')
  const columns = useColumnsOfImports()
  const query = useInfiniteQuery({ ...imports, throwOnError: true })
  const first = query.data?.pages[0]
  if (first === undefined) return <Skeleton lines={6} />
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <DataTable
        caption={t('list.title')}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('list.empty')}>{t('list.emptyHint')}</EmptyState>}
      />
      <ListEnd query={query} />
    </>
  )
}

function useColumnsOfImports(): Column<RegistryImport>[] {
  const { t } = useTranslation('imports')
  const language = useLanguage()
  return [
    {
      key: 'file',
      header: t('list.file'),
      cell: ({ id, fileName }) => <Link to={paths.registryImport(id)}>{fileName}</Link>,
    },
    { key: 'kind', header: t('list.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
    { key: 'state', header: t('list.state'), cell: ({ state }) => t(`state.${state}`) },
    {
      key: 'rows',
      header: t('list.rows'),
      cell: ({ counts: { created, changed, unchanged, refused } }) => count(created + changed + unchanged + refused),
    },
    { key: 'by', header: t('list.by'), cell: ({ byName }) => byName },
    { key: 'at', header: t('list.at'), cell: ({ createdAt }) => dateTime(createdAt, language) },
  ]
}
