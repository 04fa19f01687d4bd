import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Worklist } from '../../api/types'
import { count } from '../../lib/format'
import { oneOf, write } from '../../lib/search-params'
import { EmptyState } from '../../ui/empty-state'
import { ListEnd } from '../../ui/list-end'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { Tabs } from '../../ui/tabs'
import { LISTS, type List, worklist } from './queries'
import { WorkRow } from './work-row'
import styles from './worklist.module.css'

const COUNTS = { REVIEW: 'review', EXPIRING: 'expiring', CONFLICTS: 'conflicts', UNFEDERATED: 'unfederated' } as const

const firstWithWork = (counts: Worklist['counts']) => LISTS.find((list) => counts[COUNTS[list]] > 0)

interface WorklistPageProps {
  office: 'county' | 'street' | 'community'
  region: string
}

/** What waits for whoever keeps a region: four lists with their counts, and one button in each row that does the thing. */
export function WorklistPage({ office, region }: WorklistPageProps) {
  const { t } = useTranslation('worklist')
  const [params, setParams] = useSearchParams()
  const asked = oneOf(params, 'list', LISTS)
  const { data } = useInfiniteQuery(worklist(asked ?? LISTS[0]))
  const counts = data?.pages[0]?.counts
  const list = asked ?? (counts && firstWithWork(counts)) ?? LISTS[0]
  const chosen = asked === null && counts !== undefined
  // What was opened stays open when its last thing is done.
  useEffect(() => {
    if (chosen) setParams(write({ list }), { replace: true })
  }, [chosen, list, setParams])
  const tabs = LISTS.map((key) => ({
    key,
    label: (
      <>
        {t(`list.${key}`)}{' '}
        {counts !== undefined && (
          <span className={styles.count} data-some={counts[COUNTS[key]] > 0 || undefined}>
            {count(counts[COUNTS[key]])}
          </span>
        )}
      </>
    ),
    panel: <Waiting key={key} list={key} office={office} />,
  }))
  return (
    <Page title={t('title')}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <p>{t(`lead.${office}`, { region })}</p>
      </header>
      <Tabs
        tabs={tabs}
        open={list}
        onOpen={(key) => setParams(write({ list: key }), { replace: true })}
        label={t('tabs')}
      />
    </Page>
  )
}

function Waiting({ list, office }: { list: List; office: WorklistPageProps['office'] }) {
  const { t } = useTranslation('worklist')
  const query = useInfiniteQuery({ ...worklist(list), throwOnError: true })
  const first = query.data?.pages[0]
  if (first === undefined) return <Skeleton lines={8} />
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  if (items.length === 0) {
    return <EmptyState title={t(`empty.${list}`)}>{t(`emptyText.${list}`)}</EmptyState>
  }
  return (
    <>
      <p className={styles.about}>{t(`about.${list}`)}</p>
      <ol className={styles.rows} data-list>
        {items.map((item) => (
          <WorkRow
            key={`${item.matter} ${item.subjectId} ${item.qualification ?? item.tax ?? item.word}`}
            item={item}
            office={office}
          />
        ))}
      </ol>
      <ListEnd query={query} />
    </>
  )
}
