import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FeedItem } from '../../api/types'
import { useNow } from '../../lib/clock'
import { shortDateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { listed } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'
import { Deadline } from '../../ui/deadline'
import { FederationCard } from '../../ui/federation-card'
import { Money } from '../../ui/money'
import type { Body } from './body'
import styles from './feed.module.css'
import { FeedStrip } from './feed-strip'
import { Remedy } from './remedy'
import { Chance } from './remedy-line'

/** One open lot: who buys what, whether and through whom, and why it is shown here. */
export function FeedRow({ item, body }: { item: FeedItem; body: Body }) {
  const { t } = useTranslation('feed')
  const language = useLanguage()
  const now = useNow()
  const others = item.members.filter(({ id }) => id !== body.id)
  return (
    <li className={styles.row} data-row>
      <article>
        <p className={styles.plain}>{t('plain', { department: item.department.name, category: item.category.name })}</p>
        <h2 className={styles.title}>
          <Link to={`${paths.notice(item.noticeId)}#may-i-bid`}>{item.title}</Link>
        </h2>
        <p className={styles.meta}>
          {!item.title.includes(item.lotTitle) && <span>{t('lot', { title: item.lotTitle })}</span>}
          <span>{item.region.name}</span>
          <span>{t('published', { at: shortDateTime(item.publishedAt, language, now) })}</span>
        </p>
        <FeedStrip item={item} />
        {item.reasons.length > 0 && (
          <ul className={styles.reasons} aria-label={t('why')}>
            {item.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        {item.action !== null && <Chance action={item.action} />}
        {item.nearMiss && <Remedy lotId={item.lotId} body={body} />}
        {others.length > 0 && (
          <FederationCard
            title={t(body.kind === 'FEDERATION' ? 'members' : 'together')}
            label={t('members')}
            litName={t('brings')}
            darkName=""
            tiles={item.members.map(({ id, name, contributes }) => ({
              key: id,
              name,
              brings: listed(contributes),
              lit: true,
              to: paths.organization(id),
            }))}
          />
        )}
      </article>
      <div className={styles.side}>
        <Money fen={item.budgetFen} label={t('budget')} />
        {item.deadline !== null && <Deadline at={item.deadline} full />}
      </div>
    </li>
  )
}
