import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../lib/paths'
import { usePages } from '../../lib/use-pages'
import { ActionLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Pager } from '../../ui/pager'
import { Skeleton } from '../../ui/skeleton'
import type { Body } from './body'
import { feed } from './feed-queries'
import { FeedRow } from './feed-row'

export function FeedList({ near, body }: { near: boolean; body: Body }) {
  const { t } = useTranslation('feed')
  const query = useInfiniteQuery({ ...feed(near), throwOnError: true })
  const { more, loadingMore, canLoadMore } = usePages(query)
  if (query.data === undefined) return <Skeleton lines={10} />
  const items = query.data.pages.flatMap((page) => page.items)
  const page = query.data.pages[0]
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
      <Pager
        shown={items.length}
        total={page?.total ?? 0}
        atLeast={page?.totalIsLowerBound}
        more={canLoadMore}
        busy={loadingMore}
        onMore={more}
      />
    </>
  )
}
