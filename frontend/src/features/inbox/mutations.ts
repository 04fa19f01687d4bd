import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import type { InboxPage } from '../../api/types'
import { api, done } from '../../lib/api'

interface Mark {
  id: string
  read: boolean
}

/** Marked on the screen at once, for it can be undone; put right again when the server refuses. */
export function useMark() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ id, read }: Mark) =>
      done(
        read
          ? api.PUT('/api/me/inbox/{id}/read', { params: { path: { id } } })
          : api.PUT('/api/me/inbox/{id}/unread', { params: { path: { id } } }),
      ),
    onMutate: async ({ id, read }) => {
      await queries.cancelQueries({ queryKey: ['inbox'] })
      queries.setQueriesData<InfiniteData<InboxPage>>({ queryKey: ['inbox', 'list'] }, (data) => marked(data, id, read))
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['inbox'] }),
  })
}

export function useMarkAll() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => done(api.PUT('/api/me/inbox/read')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['inbox'] }),
  })
}

function marked(data: InfiniteData<InboxPage> | undefined, id: string, read: boolean) {
  return (
    data && {
      ...data,
      pages: data.pages.map((page) => ({
        ...page,
        items: page.items.map((item) => (item.id === id ? { ...item, read } : item)),
      })),
    }
  )
}
