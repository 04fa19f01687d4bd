import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { PoolDeed } from '../../api/types'
import { dateTime } from '../../lib/format'
import { bracketed, joined, listed } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'
import { Diff } from '../../ui/diff'
import { EmptyState } from '../../ui/empty-state'
import { InnerListEnd } from '../../ui/inner-list-end'
import { Skeleton } from '../../ui/skeleton'
import styles from './pool.module.css'
import { deedsOf } from './queries'

/** Who changed what when, each item from old to new. */
export function Deeds({ id }: { id: string }) {
  const { t } = useTranslation('pool')
  const language = useLanguage()
  const query = useInfiniteQuery({ ...deedsOf(id), throwOnError: true })
  if (query.data === undefined) return <Skeleton lines={6} />
  const deeds = query.data.pages.flatMap((page) => page.items)
  if (deeds.length === 0) return <EmptyState title={t('deeds.title')}>{t('deeds.empty')}</EmptyState>
  return (
    <>
      {deeds.map((deed) => (
        <article key={deed.version} className={styles.deed} data-row>
          <h3>
            {t(`deeds.${deed.act}`)}
            <small>
              {deed.byName} · {dateTime(deed.at, language)}
            </small>
          </h3>
          {deed.reason !== null && <p>{t('because', { reason: deed.reason })}</p>}
          <What deed={deed} />
        </article>
      ))}
      <InnerListEnd query={query} />
    </>
  )
}

type Item = string | string[] | { name: string; relation: 'EMPLOYED'; until: string | null }[] | undefined

function What({ deed }: { deed: PoolDeed }) {
  const { t } = useTranslation('pool')
  const items = Object.keys(deed.after)
  if (items.length === 0 || deed.act === 'ENTERED') return null
  const named = (code: string) => deed.names[code] ?? code
  const shown = (value: unknown): string | null => {
    const item = value as Item
    if (item === undefined || item.length === 0) return null
    if (typeof item === 'string') return named(item)
    return listed(
      item.map((one) =>
        typeof one === 'string'
          ? named(one)
          : bracketed(one.name, joined(t(`relation.${one.relation}`), one.until ?? t('avoid.lasting'))),
      ),
    )
  }
  return (
    <Diff
      caption={t(`deeds.${deed.act}`)}
      words={{ label: t('deeds.item'), before: t('deeds.before'), after: t('deeds.after'), none: t('deeds.none') }}
      rows={items.map((name) => ({
        key: name,
        label: t(name === 'avoidances' ? 'avoid.title' : `field.${name as 'name'}`),
        before: shown(deed.before[name]),
        after: shown(deed.after[name]),
      }))}
    />
  )
}
