import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OwnBid } from '../../../api/types'
import { dateTime } from '../../../lib/format'
import { paths } from '../../../lib/paths'
import { useLanguage } from '../../../lib/use-language'
import { ActionLink } from '../../../ui/button'
import { Deadline } from '../../../ui/deadline'
import { EmptyState } from '../../../ui/empty-state'
import { ListEnd } from '../../../ui/list-end'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import { Strip } from '../../../ui/strip'
import { begunBy } from './begun'
import { BegunBids } from './begun-bids'
import styles from './give.module.css'
import { TONE } from './own-bids'
import { ownBids } from './queries'

/** 我的响应: what was begun in this browser, then everything that the caller's body ever gave, the newest first, and the way to each. */
export function BidsPage({ organization }: { organization: string }) {
  const { t } = useTranslation('bid')
  const query = useInfiniteQuery({ ...ownBids, throwOnError: true })
  const { data: begun = [] } = useQuery(begunBy(organization))
  const first = query.data?.pages[0]
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t('all.title')} narrow>
      <header className={styles.head}>
        <h1>{t('all.title')}</h1>
        <p className={styles.quiet}>{t('all.lead')}</p>
        <p className={styles.ways}>
          <Link to={paths.keys}>{t('all.signingKeys')}</Link>
        </p>
      </header>
      <BegunBids begun={begun} />
      {first === undefined && <Skeleton lines={6} />}
      {first !== undefined && items.length === 0 && begun.length === 0 && (
        <EmptyState
          title={t('all.none')}
          actions={<ActionLink to={paths.opportunities}>{t('all.opportunities')}</ActionLink>}
        >
          {t('all.noneWhat')}
        </EmptyState>
      )}
      {first !== undefined && items.length > 0 && (
        <>
          {begun.length > 0 && <h2>{t('all.given')}</h2>}
          <ol className={styles.bids} data-list>
            {items.map((bid) => (
              <One key={bid.id} bid={bid} />
            ))}
          </ol>
          <ListEnd query={query} />
        </>
      )}
    </Page>
  )
}

function One({ bid }: { bid: OwnBid }) {
  const { t } = useTranslation('bid')
  const language = useLanguage()
  return (
    <li data-row>
      <Strip tone={TONE[bid.state]}>{t(`own.state.${bid.state}`)}</Strip>
      <h2 className={styles.name}>
        <Link to={paths.giveBid(bid.lotId)}>{bid.lotTitle}</Link>
      </h2>
      <p className={styles.quiet}>{t('own.acceptedAt', { time: dateTime(bid.acceptedAt, language) })}</p>
      {bid.state === 'GIVEN' && (
        <p>
          {t('head.deadline')} <Deadline at={bid.deadline} full />
        </p>
      )}
      <p className={styles.ways}>
        <Link to={paths.slip(bid.id)}>{t('own.slip')}</Link>
        {bid.state === 'SEALED' && (
          <>
            <Link to={paths.opening(bid.lotId)}>{t('all.opening')}</Link>
            <Link to={paths.debrief(bid.lotId)}>{t('all.debrief')}</Link>
          </>
        )}
      </p>
    </li>
  )
}
