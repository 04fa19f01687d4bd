import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, api } from '../../lib/api'
import { present } from '../../lib/search-params'
import type { InboxFilter } from './filter'

const first = null as string | null

export const inbox = ({ unread, kind }: InboxFilter) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'list', { unread, kind }],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/api/me/inbox', {
          params: { query: present({ unread: unread || null, kind, after: pageParam }) },
          signal,
        }),
      ),
    initialPageParam: first,
    getNextPageParam: (page) => page.next,
  })
