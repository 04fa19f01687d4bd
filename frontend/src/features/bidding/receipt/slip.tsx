import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BidActKind, OwnBid } from '../../../api/types'
import { count, inFours } from '../../../lib/format'
import { paths } from '../../../lib/paths'
import { useLanguage } from '../../../lib/use-language'
import { Button } from '../../../ui/button'
import { Seal } from '../../../ui/seal'
import { Skeleton } from '../../../ui/skeleton'
import { Mark } from '../../../ui/strip'
import type { Proved } from '../opening/chain'
import { Code } from './code'
import { toTheSecond } from './moment'
import { type Found, slipOf } from './queries'
import styles from './receipt.module.css'
import { Stamp } from './stamp'

const TONE = { PROVED: 'met', WRONG: 'not', UNKNOWN: 'unknown' } as const satisfies Record<Found, string>

interface SlipProps {
  bid: OwnBid
  act: BidActKind
  organization: string
  proved: Proved
}

/** One act on a bid as it stands in the ledger: what, when, at which place, and the code by which anybody verifies it. */
export function Slip({ bid, act, organization, proved }: SlipProps) {
  const { t } = useTranslation('bid')
  const language = useLanguage()
  const { data: slip } = useQuery({ ...slipOf(bid, act, proved), throwOnError: true })
  const taken = act === 'BID_WITHDRAWN'
  const at = taken ? (bid.endedAt ?? bid.acceptedAt) : bid.acceptedAt
  return (
    <div className={styles.paper}>
      <article className={styles.slip} aria-labelledby={`slip-${act}`}>
        <header className={styles.head}>
          <Seal size={40} />
          <div>
            <h2 id={`slip-${act}`}>{t(taken ? 'slip.takenBack' : 'slip.accepted')}</h2>
            <p>{t('slip.issuer')}</p>
          </div>
          <Stamp at={at} taken={taken} />
        </header>
        <dl className={styles.facts}>
          <div className={styles.wide}>
            <dt>{t(taken ? 'slip.takenAt' : 'slip.acceptedAt')}</dt>
            <dd className={styles.time}>
              <time dateTime={at}>{toTheSecond(at, language)}</time> <small>{t('slip.zone')}</small>
            </dd>
          </div>
          <div>
            <dt>{t('slip.place')}</dt>
            <dd className={styles.place}>{slip?.place == null ? '…' : count(slip.place)}</dd>
          </div>
          <div>
            <dt>{t('slip.state')}</dt>
            <dd>{t(`own.state.${bid.state}`)}</dd>
          </div>
          <div className={styles.wide}>
            <dt>{t('head.lot')}</dt>
            <dd>{bid.lotTitle}</dd>
          </div>
          <div className={styles.wide}>
            <dt>{t('slip.bidder')}</dt>
            <dd>{organization}</dd>
          </div>
          <div className={styles.wide}>
            <dt>{t('own.digest')}</dt>
            <dd>
              <code>{inFours(bid.manifestDigest)}</code>
            </dd>
          </div>
        </dl>
        <div className={styles.check}>
          {slip === undefined ? (
            <Skeleton lines={6} />
          ) : (
            <>
              <Code address={`${window.location.origin}${slip.verify}`} label={t('slip.code')} />
              <div>
                <p className={styles.found}>
                  <Mark tone={TONE[slip.found]} /> <span>{t(`slip.found.${slip.found}`)}</span>
                </p>
                <p className={styles.how}>{t('slip.how', { address: `${window.location.host}${paths.verify()}` })}</p>
                <p className="no-print">
                  <Link to={slip.verify}>{t('slip.verify')}</Link>
                </p>
              </div>
            </>
          )}
        </div>
        <p className={styles.ways}>
          <a href={paths.bidReceipt(bid.id, act)} download className={styles.save}>
            {t('slip.save')}
          </a>
          <Button weight="ghost" onClick={() => window.print()}>
            {t('slip.print')}
          </Button>
        </p>
      </article>
    </div>
  )
}
