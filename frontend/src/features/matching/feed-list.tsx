import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../lib/paths'
import { ActionLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { ListEnd } from '../../ui/list-end'
import { Skeleton } from '../../ui/skeleton'
import type { Body } from './body'
import { feed } from './feed-queries'
import { FeedRow } from './feed-row'

export function FeedList({ near, body }: { near: boolean; body: Body }) {
  const { t } = useTranslation('feed')
  const query = useInfiniteQuery({ ...feed(near), throwOnError: true })
  if (query.data === undefined) return <Skeleton lines={10} />
  const items = query.data.pages.flatMap((page) => page.items)
  if (items.length === 0) {
    return (
      <EmptyState
        title={t(near ? 'empty.nearTitle' : 'empty.fitTitle')}
        actions={
          <>
            <ActionLink to={paths.organization(body.id)}>{t('empty.profile')}</ActionLink>
            <ActionLink weight="ghost" to={paths.notices}>
              {t('empty.search')}
            </ActionLink>
          </>
        }
      >
        {t(near ? 'empty.near' : `empty.${body.kind}`)}
      </EmptyState>
    )
  }
  return (
    <>
      <ol data-list>
        {items.map((item) => (
          <FeedRow key={item.lotId} item={item} body={body} />
        ))}
      </ol>
      <ListEnd query={query} />
    </>
  )
}
