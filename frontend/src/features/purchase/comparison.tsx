import { useQueries, useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Change, Purchase } from '../../api/types'
import { dateTime } from '../../lib/format'
import { bracketed } from '../../lib/punctuation'
import { categoryOf } from '../../lib/reference'
import { useLanguage } from '../../lib/use-language'
import { Diff } from '../../ui/diff'
import { Skeleton } from '../../ui/skeleton'
import styles from './purchase.module.css'
import { comparisonOf } from './queries'

/** Old → new by field, since it was submitted the last time; the first time there is only the new. */
export function Comparison({ purchase }: { purchase: Purchase }) {
  const { t } = useTranslation('purchase')
  const { data, isError } = useQuery(comparisonOf(purchase.id))
  if (isError) return <p>{t('comparison.failed')}</p>
  if (data === undefined) return <Skeleton lines={8} />
  return <Changes since={data.since} changes={data.changes} />
}

function Changes({ since, changes: coded }: { since: string | null; changes: Change[] }) {
  const { t } = useTranslation('purchase')
  const language = useLanguage()
  const changes = useNamed(coded)
  const lead =
    since === null
      ? t('comparison.first', { count: changes.length })
      : t('comparison.since', { at: dateTime(since, language), count: changes.length })
  return (
    <div className={styles.content}>
      <p className={styles.lead}>{lead}</p>
      {since === null ? <AllNew changes={changes} /> : changes.length > 0 && <OldAndNew changes={changes} />}
    </div>
  )
}

const CATEGORY = /\/categoryCode$/

/** Catalogue entries come as codes; people compare names. */
function useNamed(changes: Change[]): Change[] {
  const codes = changes
    .filter(({ pointer }) => CATEGORY.test(pointer))
    .flatMap(({ before, after }) => [before, after].filter((code) => code !== null))
  const entries = useQueries({ queries: [...new Set(codes)].map((code) => categoryOf(code)) })
  const nameOf = (code: string | null) => {
    const entry = entries.find(({ data }) => data?.code === code)?.data
    return entry === undefined ? code : bracketed(entry.name, entry.code)
  }
  return changes.map((change) =>
    CATEGORY.test(change.pointer) ? { ...change, before: nameOf(change.before), after: nameOf(change.after) } : change,
  )
}

function AllNew({ changes }: { changes: Change[] }) {
  return (
    <dl className={styles.allNew}>
      {changes.map(({ pointer, label, after }) => (
        <Fragment key={pointer}>
          <dt>{label}</dt>
          <dd>{after}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

function OldAndNew({ changes }: { changes: Change[] }) {
  const { t } = useTranslation('purchase')
  return (
    <Diff
      caption={t('part.changes')}
      rows={changes.map(({ pointer, ...change }) => ({ key: pointer, ...change }))}
      words={{
        label: t('comparison.field'),
        before: t('comparison.before'),
        after: t('comparison.after'),
        none: t('comparison.none'),
      }}
    />
  )
}
