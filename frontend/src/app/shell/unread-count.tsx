import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../lib/api'
import { count } from '../../lib/format'
import styles from './shell.module.css'

/** Its key begins with `inbox`: whoever invalidates that also renews the count. */
const unread = queryOptions({
  queryKey: ['inbox', 'unread-count'],
  queryFn: async ({ signal }) =>
    (await answer(api.GET('/api/me/inbox', { params: { query: { unread: true, size: 1 } }, signal }))).unread,
  refetchInterval: 60_000,
})

export function UnreadCount() {
  const { t } = useTranslation()
  const { data = 0 } = useQuery(unread)
  if (data === 0) return null
  return (
    <span className={styles.unread}>
      <span aria-hidden="true">{data > 99 ? '99+' : data}</span>
      <span className="visually-hidden">{t('nav.unread', { count: data, formatted: count(data) })}</span>
    </span>
  )
}
