import { useInfiniteQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { dateTime } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { Diff } from '../../ui/diff'
import { EmptyState } from '../../ui/empty-state'
import { InnerListEnd } from '../../ui/inner-list-end'
import { Skeleton } from '../../ui/skeleton'
import { historyOf } from './queries'
import styles from './registry.module.css'
import { useShown } from './use-shown'

/** What an import says of a year. */
const YEARLY = /^(INSPECTION|HEADCOUNT|NET_ASSETS|INCOME)_(\d{4})$/

function labelOf(field: string, t: TFunction<'registry'>) {
  const [, kind, year] = YEARLY.exec(field) ?? []
  if (kind === undefined) return t(`field.${field as 'name'}`, { defaultValue: field })
  return kind === 'INSPECTION'
    ? t('field.inspectionOf', { year })
    : t('field.figureOf', { year, what: t(`kind.${kind as 'INCOME'}`) })
}

/** Who changed what when, each field from old to new. */
export function History({ id }: { id: string }) {
  const { t } = useTranslation('registry')
  const language = useLanguage()
  const query = useInfiniteQuery({ ...historyOf(id), throwOnError: true })
  if (query.data === undefined) return <Skeleton lines={8} />
  const acts = query.data.pages.flatMap((page) => page.items)
  if (acts.length === 0) return <EmptyState title={t('history.emptyTitle')}>{t('history.empty')}</EmptyState>
  return (
    <section className={styles.part}>
      {acts.map((act) => (
        <article key={act.version} className={styles.act} data-row>
          <h2>
            {t(`acts.${act.act as 'CHANGED'}`, { defaultValue: act.act })}
            <small>
              {act.byName} · {dateTime(act.at, language)}
            </small>
          </h2>
          <What act={act} />
        </article>
      ))}
      <InnerListEnd query={query} />
    </section>
  )
}

type Act = {
  act: string
  before: Record<string, unknown>
  after: Record<string, unknown>
  names: Record<string, string>
}

/** Each field from old to new; an act that changed none names what it was about. */
function What({ act }: { act: Act }) {
  const { t } = useTranslation('registry')
  const shown = useShown(act.names)
  const rows = rowsOf(act)
  if (rows.length === 0) {
    const about = ['kind', 'value'].map((field) => shown(field, act.after[field])).filter(Boolean)
    return <p className={styles.lead}>{about.join('：')}</p>
  }
  return (
    <Diff
      caption={t(`acts.${act.act as 'CHANGED'}`, { defaultValue: act.act })}
      words={{
        label: t('history.field'),
        before: t('history.before'),
        after: t('history.after'),
        none: t('history.none'),
      }}
      rows={rows.map((field) => ({
        key: field,
        label: labelOf(field, t),
        before: shown(field, act.before[field]),
        after: shown(field, act.after[field]),
      }))}
    />
  )
}

/** Fields that stood or stand there; what was empty and stays empty tells nothing. */
function rowsOf(act: Act) {
  return [...new Set([...Object.keys(act.before), ...Object.keys(act.after)])].filter(
    (field) => (act.before[field] ?? '') !== (act.after[field] ?? ''),
  )
}
