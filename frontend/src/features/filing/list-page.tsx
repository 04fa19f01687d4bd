import { useInfiniteQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { FilingItem, FilingState } from '../../api/types'
import { date } from '../../lib/format'
import { paths } from '../../lib/paths'
import { oneOf, text, write } from '../../lib/search-params'
import { useLanguage } from '../../lib/use-language'
import { ActionLink, Button } from '../../ui/button'
import { type Column, DataTable } from '../../ui/data-table'
import { EmptyState } from '../../ui/empty-state'
import { TextField } from '../../ui/field'
import { ListEnd } from '../../ui/list-end'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { Tabs } from '../../ui/tabs'
import styles from './filing.module.css'
import { filingsIn } from './queries'
import { StateWord } from './state-word'

const STATES = [
  'APPLIED',
  'COMMUNITY_OPINION',
  'STREET_REVIEW',
  'FILED_ACTIVE',
  'DORMANT',
] as const satisfies readonly FilingState[]
const ALL = 'ALL'

/** The groups of a region that are filed or on their way, by where they stand. */
export function ListPage({ writes }: { writes: boolean }) {
  const { t } = useTranslation('filing')
  const [params, setParams] = useSearchParams()
  const state = oneOf(params, 'state', STATES)
  const q = text(params, 'q')
  const go = (next: { state?: string | null; q?: string }) => setParams(write({ state, q, ...next }), { replace: true })
  const tabs = [ALL, ...STATES].map((key) => ({
    key,
    label: key === ALL ? t('all') : t(`state.${key as 'APPLIED'}`),
    panel: <Filings state={state} q={q} writes={writes} />,
  }))
  return (
    <Page title={t('title')}>
      <header className={styles.listHead}>
        <div>
          <h1>{t('title')}</h1>
          <p className={styles.lead}>{t('listLead')}</p>
        </div>
        {writes && <ActionLink to={paths.newFiling}>{t('newTitle')}</ActionLink>}
      </header>
      <Find q={q} onFind={(words) => go({ q: words })} />
      <Tabs
        tabs={tabs}
        open={state ?? ALL}
        onOpen={(key) => go({ state: key === ALL ? null : key })}
        label={t('tabs')}
      />
    </Page>
  )
}

function Find({ q, onFind }: { q: string; onFind: (words: string) => void }) {
  const { t } = useTranslation('filing')
  const [words, setWords] = useState(q)
  const find = (event: FormEvent) => {
    event.preventDefault()
    onFind(words.trim())
  }
  return (
    <form className={styles.find} onSubmit={find}>
      <TextField label={t('find')} type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      <Button type="submit" weight="ghost">
        {t('findGo')}
      </Button>
    </form>
  )
}

function Filings({ state, q, writes }: { state: FilingState | null; q: string; writes: boolean }) {
  const { t } = useTranslation('filing')
  const language = useLanguage()
  const query = useInfiniteQuery({ ...filingsIn(state, q), throwOnError: true })
  const first = query.data?.pages[0]
  if (first === undefined) return <Skeleton lines={8} />
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const columns: Column<FilingItem>[] = [
    {
      key: 'name',
      header: t('field.name'),
      cell: ({ id, name, community, number }) => (
        <div className={styles.name}>
          <Link to={paths.filing(id)}>{name}</Link>
          <small>
            {community.name} {number ?? t('noNumber')}
          </small>
        </div>
      ),
    },
    {
      key: 'state',
      header: t('field.state'),
      cell: ({ state: where, asked }) => (
        <>
          <StateWord state={where} />
          {asked !== null && <span className={styles.asked}>{t(`asked.${asked}`)}</span>}
        </>
      ),
    },
    {
      key: 'validTo',
      header: t('field.validTo'),
      cell: ({ validTo }) => (validTo === null ? '—' : date(validTo, language)),
    },
  ]
  return (
    <>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t('empty')}
            actions={writes && <ActionLink to={paths.newFiling}>{t('newTitle')}</ActionLink>}
          >
            {t(q === '' ? 'emptyText' : 'emptyFound')}
          </EmptyState>
        }
      />
      <ListEnd query={query} />
    </>
  )
}
