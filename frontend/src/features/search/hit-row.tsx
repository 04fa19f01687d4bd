import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NoticeHit } from '../../api/types'
import { useNow } from '../../lib/clock'
import { shortDateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { useLanguage } from '../../lib/use-language'
import { Deadline } from '../../ui/deadline'
import { Highlight } from '../../ui/highlight'
import { Money } from '../../ui/money'
import styles from './hit-row.module.css'
import { usePlainLine } from './plain-line'

/** One notice in a list: who buys what, the official title, money and time, and whether one may bid. */
export function HitRow({ hit, strip }: { hit: NoticeHit; strip?: ReactNode }) {
  const { t } = useTranslation()
  const { t: words } = useTranslation('search')
  const language = useLanguage()
  const now = useNow()
  const plain = usePlainLine()(hit)
  const method = t(`method.${hit.method as 'BT_COMPARE'}`, { defaultValue: hit.method })
  return (
    <li className={styles.hit} data-row>
      <article className={styles.card}>
        <p className={styles.plain}>{plain}</p>
        <h3 className={styles.title}>
          <Link to={paths.notice(hit.id)}>
            <Highlight text={hit.highlights.title ?? hit.title} />
          </Link>
        </h3>
        {hit.highlights.body[0] !== undefined && (
          <p className={styles.body}>
            <Highlight text={hit.highlights.body[0]} />
          </p>
        )}
        <p className={styles.meta}>
          <span>{hit.region.name}</span>
          {hit.categories[0] && <span>{hit.categories[0].name}</span>}
          {hit.type !== 'PROCUREMENT' && <span>{t(`noticeType.${hit.type}`)}</span>}
          <span>{method}</span>
          <span>{words('hit.published', { at: shortDateTime(hit.publishedAt, language, now) })}</span>
        </p>
        {strip}
      </article>
      <div className={styles.side}>
        <Money fen={hit.amountFen} label={words(hit.type === 'RESULT' ? 'hit.awarded' : 'hit.budget')} />
        {hit.status === 'OPEN' && hit.deadline !== null ? (
          <Deadline at={hit.deadline} />
        ) : (
          <span className={styles.status}>{t(`noticeStatus.${hit.status}`)}</span>
        )}
      </div>
    </li>
  )
}
