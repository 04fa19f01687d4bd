import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths'
import { ActionLink } from '../../../ui/button'
import { EmptyState } from '../../../ui/empty-state'
import { Page } from '../../../ui/page'
import { Skeleton } from '../../../ui/skeleton'
import type { Proved } from '../opening/chain'
import { actsOf, ownBid } from './queries'
import styles from './receipt.module.css'
import { Slip } from './slip'

interface ReceiptPageProps {
  bid: string
  /** Whose bid it is. */
  organization: string
  proved: Proved
}

/** 回执: the stamped slip of a bid, to be kept, printed and verified by anybody. */
export function ReceiptPage({ bid: id, organization, proved }: ReceiptPageProps) {
  const { t } = useTranslation('bid')
  const { data: bid, error } = useQuery(ownBid(id))
  if (bid === undefined) {
    return (
      <Page title={t('slip.title')} narrow>
        <h1>{t('slip.title')}</h1>
        {error === null ? (
          <Skeleton lines={10} />
        ) : (
          <EmptyState title={t('slip.none')} actions={<ActionLink to={paths.ownBids}>{t('all.title')}</ActionLink>}>
            {t('slip.noneWhat')}
          </EmptyState>
        )}
      </Page>
    )
  }
  return (
    <Page title={t('slip.title')} narrow>
      <p className="no-print">
        <Link to={paths.giveBid(bid.lotId)}>{t('slip.back')}</Link>
      </p>
      <h1 className={styles.title}>{t('slip.title')}</h1>
      <p className={styles.lead}>{t('slip.lead')}</p>
      <p className={styles.secret}>{t('slip.secret')}</p>
      {actsOf(bid).map((act) => (
        <Slip key={act} bid={bid} act={act} organization={organization} proved={proved} />
      ))}
    </Page>
  )
}
