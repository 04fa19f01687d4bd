import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { InboxItem } from '../../api/types'
import { useNow } from '../../lib/clock'
import { shortDateTime } from '../../lib/format'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { cx } from '../../ui/cx'
import styles from './inbox.module.css'
import { placeOf } from './place'

interface InboxRowProps {
  item: InboxItem
  onTurn: (id: string, read: boolean) => void
  onOpen: (id: string) => void
}

/** What came, why, and when; opening it reads it. */
export function InboxRow({ item, onTurn, onOpen }: InboxRowProps) {
  const { t } = useTranslation('inbox')
  const language = useLanguage()
  const now = useNow()
  return (
    <li className={cx(styles.row, !item.read && styles.unread)} data-row>
      <article>
        <p className={styles.kind}>
          {!item.read && <span className={styles.dot}>{t('new')}</span>}
          <span>{t(`kind.${item.kind}`)}</span>
          <time dateTime={item.at}>{shortDateTime(item.at, language, now)}</time>
        </p>
        <h2 className={styles.title}>
          <Link to={placeOf(item)} onClick={() => !item.read && onOpen(item.id)}>
            {item.title}
          </Link>
        </h2>
        {item.reasons.length > 0 && (
          <div className={styles.why}>
            <span>{t('why')}</span>
            <ul>
              {item.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          </div>
        )}
      </article>
      <Button
        weight="quiet"
        onClick={() => onTurn(item.id, !item.read)}
        aria-label={t(item.read ? 'turn.unreadOf' : 'turn.readOf', { title: item.title })}
      >
        {t(item.read ? 'turn.unread' : 'turn.read')}
      </Button>
    </li>
  )
}
