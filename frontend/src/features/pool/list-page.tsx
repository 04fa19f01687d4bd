import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { count } from '../../lib/format'
import { paths } from '../../lib/paths'
import { listed } from '../../lib/punctuation'
import { oneOf, text, write } from '../../lib/search-params'
import { ActionLink, Button } from '../../ui/button'
import { DataTable } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { Select, TextField } from '../../ui/field'
import { ListEnd } from '../../ui/list-end'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { Coverage } from './coverage'
import styles from './pool.module.css'
import { kept, SORTS, STATES } from './queries'
import { StateWord } from './state-word'

/** Those whom the caller keeps: experts for who supervises, its own people for a purchaser. */
export function PoolPage({ region, experts }: { region: string; experts: boolean }) {
  const { t } = useTranslation('pool')
  const [params, setParams] = useSearchParams()
  const q = text(params, 'q')
  const state = oneOf(params, 'state', STATES)
  const sort = oneOf(params, 'sort', SORTS)
  const category = /^[AB][\d-]{0,7}$/.test(text(params, 'category')) ? text(params, 'category') : null
  const query = useInfiniteQuery({ ...kept({ q, state, sort, category }), throwOnError: true })
  const pages = query.data?.pages ?? []
  const rows = pages.flatMap((page) => page.items)
  const total = pages[0]?.total ?? 0
  return (
    <Page title={t('title')}>
      <h1>{t('title')}</h1>
      <p className={styles.lead}>{t(experts ? 'lead.experts' : 'lead.own')}</p>
      <p className={styles.acts}>
        <ActionLink to={paths.newPoolEntry}>{t('new')}</ActionLink>
      </p>
      {experts && <Coverage region={region} />}
      <form
        className={styles.filters}
        onSubmit={(event) => {
          event.preventDefault()
          const data = new FormData(event.currentTarget)
          const said = (name: string) => String(data.get(name) ?? '').trim()
          setParams(write({ q: said('q'), state: said('state'), sort: said('sort'), category }))
        }}
      >
        <TextField label={t('words')} name="q" type="search" defaultValue={q} key={q} />
        <Select label={t('field.state')} name="state" defaultValue={state ?? ''}>
          <option value="">{t('any')}</option>
          {STATES.map((one) => (
            <option key={one} value={one}>
              {t(`state.${one}`)}
            </option>
          ))}
        </Select>
        <Select label={t('sort.label')} name="sort" defaultValue={sort ?? 'NAME'}>
          {SORTS.map((one) => (
            <option key={one} value={one}>
              {t(`sort.${one}`)}
            </option>
          ))}
        </Select>
        <Button type="submit" weight="ghost">
          {t('search')}
        </Button>
      </form>
      {category !== null && (
        <p>
          {t('onlyCategory', { code: category })} <Link to={paths.pool}>{t('allCategories')}</Link>
        </p>
      )}
      {query.data === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <div aria-busy={query.isPlaceholderData}>
          <h2 className={styles.sum}>{t('total', { count: total, formatted: count(total) })}</h2>
          <DataTable
            caption={t('title')}
            rows={rows}
            rowKey={(row) => row.id}
            empty={<EmptyState title={t('emptyTitle')}>{t(experts ? 'empty.experts' : 'empty.own')}</EmptyState>}
            columns={[
              {
                key: 'name',
                header: t('field.name'),
                cell: (row) => <Link to={paths.poolEntry(row.id)}>{row.name}</Link>,
              },
              { key: 'number', header: t('field.number'), cell: (row) => <code>{row.number}</code> },
              { key: 'employer', header: t('field.employer'), cell: (row) => `${row.employer} · ${row.title}` },
              {
                key: 'fields',
                header: t(experts ? 'field.fields' : 'field.kind'),
                cell: (row) => (experts ? listed(row.fields.map(({ name }) => name)) : t(`kind.${row.kind}`)),
              },
              { key: 'region', header: t('field.region'), cell: (row) => row.region.name },
              {
                key: 'state',
                header: t('field.state'),
                cell: (row) => <StateWord state={row.state} opened={row.opened} />,
              },
            ]}
          />
          <ListEnd query={query} />
        </div>
      )}
    </Page>
  )
}
