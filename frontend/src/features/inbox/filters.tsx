import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { write } from '../../lib/search-params'
import { type InboxFilter, KINDS } from './filter'
import styles from './inbox.module.css'

/** Links, so that each view of the inbox has its address. */
export function Filters({ filter }: { filter: InboxFilter }) {
  const { t } = useTranslation('inbox')
  const to = (next: Partial<InboxFilter>) => `?${write({ ...filter, ...next })}`
  const link = (key: string, on: boolean, address: string, words: string) => (
    <li key={key}>
      <Link to={address} replace aria-current={on ? 'true' : undefined}>
        {words}
      </Link>
    </li>
  )
  return (
    <nav className={styles.filters} aria-label={t('filter.label')}>
      <ul>
        {link('all', !filter.unread, to({ unread: false }), t('filter.all'))}
        {link('unread', filter.unread, to({ unread: true }), t('filter.unread'))}
      </ul>
      <ul>
        {link('any', filter.kind === null, to({ kind: null }), t('filter.anyKind'))}
        {KINDS.map((kind) => link(kind, filter.kind === kind, to({ kind }), t(`kind.${kind}`)))}
      </ul>
    </nav>
  )
}
