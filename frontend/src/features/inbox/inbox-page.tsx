import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { count } from '../../lib/format'
import { Button } from '../../ui/button'
import { ListEnd } from '../../ui/list-end'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { useToast } from '../../ui/toast'
import { readFilter } from './filter'
import { Filters } from './filters'
import styles from './inbox.module.css'
import { InboxRow } from './inbox-row'
import { useMark, useMarkAll } from './mutations'
import { NothingHere } from './nothing-here'
import { inbox } from './queries'

/** Everything the caller was told, the newest first, each with why it came. */
export function InboxPage() {
  const { t } = useTranslation('inbox')
  const [params] = useSearchParams()
  const say = useToast()
  const filter = readFilter(params)
  const query = useInfiniteQuery({ ...inbox(filter), throwOnError: true })
  const mark = useMark()
  const markAll = useMarkAll()
  const first = query.data?.pages[0]
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  const turn = (id: string, read: boolean) => {
    mark.mutate({ id, read })
    say({ text: t(read ? 'marked.read' : 'marked.unread'), undo: () => mark.mutate({ id, read: !read }) })
  }
  return (
    <Page title={t('title')}>
      <header className={styles.head}>
        <div>
          <h1>{t('title')}</h1>
          <p role="status">{first && t('unread', { count: first.unread, formatted: count(first.unread) })}</p>
        </div>
        {first !== undefined && first.unread > 0 && (
          <Button
            weight="ghost"
            busy={markAll.isPending}
            onClick={() => markAll.mutate(undefined, { onSuccess: () => say({ text: t('marked.all') }) })}
          >
            {t('markAll')}
          </Button>
        )}
      </header>
      <Filters filter={filter} />
      {first === undefined && <Skeleton lines={8} />}
      {first !== undefined && items.length === 0 && <NothingHere filtered={filter.unread || filter.kind !== null} />}
      <ol data-list>
        {items.map((item) => (
          <InboxRow key={item.id} item={item} onTurn={turn} onOpen={(id) => mark.mutate({ id, read: true })} />
        ))}
      </ol>
      <ListEnd query={query} />
    </Page>
  )
}
