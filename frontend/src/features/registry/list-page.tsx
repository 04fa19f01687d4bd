import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { count } from '../../lib/format'
import { paths } from '../../lib/paths'
import { oneOf, text, write } from '../../lib/search-params'
import { ActionLink, Button } from '../../ui/button'
import { DataTable } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { Select, TextField } from '../../ui/field'
import { ListEnd } from '../../ui/list-end'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { registered } from './queries'
import styles from './registry.module.css'

const FORMS = ['ASSOCIATION', 'SERVICE_INSTITUTION', 'FOUNDATION'] as const

/** The registered bodies of the registrar's region. */
export function RegistryListPage({ region, registers }: { region: string; registers: boolean }) {
  const { t } = useTranslation('registry')
  const [params, setParams] = useSearchParams()
  const q = text(params, 'q')
  const form = oneOf(params, 'form', FORMS)
  const query = useInfiniteQuery({ ...registered(q, form), throwOnError: true })
  const pages = query.data?.pages ?? []
  const rows = pages.flatMap((page) => page.items)
  const total = pages[0]?.total ?? 0
  return (
    <Page title={t('list.title')}>
      <h1>{t('list.title')}</h1>
      <p className={styles.lead}>{t('list.lead', { region })}</p>
      <p className={styles.acts}>
        {registers && <ActionLink to={paths.newOrganization}>{t('list.new')}</ActionLink>}
        {registers && (
          <ActionLink weight="ghost" to={paths.imports}>
            {t('list.import')}
          </ActionLink>
        )}
        <ActionLink weight="ghost" to={paths.confirmations}>
          {t('confirmations.title')}
        </ActionLink>
        <ActionLink weight="ghost" to={paths.newFederation({})}>
          {t('list.federation')}
        </ActionLink>
      </p>
      <form
        className={styles.filters}
        onSubmit={(event) => {
          event.preventDefault()
          const data = new FormData(event.currentTarget)
          setParams(write({ q: String(data.get('q') ?? '').trim(), form: String(data.get('form') ?? '') }))
        }}
      >
        <TextField label={t('list.words')} name="q" type="search" defaultValue={q} key={q} />
        <Select label={t('field.legalForm')} name="form" defaultValue={form ?? ''}>
          <option value="">{t('list.any')}</option>
          {FORMS.map((one) => (
            <option key={one} value={one}>
              {t(`form.${one}`)}
            </option>
          ))}
        </Select>
        <Button type="submit" weight="ghost">
          {t('list.search')}
        </Button>
      </form>
      {query.data === undefined ? (
        <Skeleton lines={10} />
      ) : (
        <div aria-busy={query.isPlaceholderData}>
          <h2 className={styles.sum}>{t('list.total', { count: total, formatted: count(total) })}</h2>
          <DataTable
            caption={t('list.title')}
            rows={rows}
            rowKey={(row) => row.id}
            empty={<EmptyState title={t('list.emptyTitle')}>{t('list.empty')}</EmptyState>}
            columns={[
              {
                key: 'name',
                header: t('field.name'),
                cell: (row) => <Link to={paths.keptBody(row.id)}>{row.name}</Link>,
              },
              { key: 'form', header: t('field.legalForm'), cell: (row) => t(`form.${row.legalForm}`) },
              { key: 'code', header: t('field.creditCode'), cell: (row) => <code>{row.creditCode}</code> },
              { key: 'region', header: t('field.regionCode'), cell: (row) => row.region.name },
              {
                key: 'status',
                header: t('field.status'),
                cell: (row) => t(`code.${row.status as 'NORMAL'}`, { defaultValue: row.status }),
              },
              {
                key: 'waiting',
                header: t('list.waiting'),
                align: 'end',
                cell: (row) => (row.waiting === 0 ? '–' : count(row.waiting)),
              },
            ]}
          />
          <ListEnd query={query} />
        </div>
      )}
    </Page>
  )
}
