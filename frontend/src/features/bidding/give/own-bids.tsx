import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { OwnBid } from '../../../api/types'
import { dateTime } from '../../../lib/format'
import { paths } from '../../../lib/paths'
import { useArrival } from '../../../lib/use-arrival'
import { useLanguage } from '../../../lib/use-language'
import { Button } from '../../../ui/button'
import { Dialog } from '../../../ui/dialog'
import { Digest } from '../../../ui/digest'
import { Strip, type Tone } from '../../../ui/strip'
import { useToast } from '../../../ui/toast'
import styles from './give.module.css'
import { useWithdraw } from './mutations'

export const TONE: Record<OwnBid['state'], Tone> = {
  GIVEN: 'met',
  SEALED: 'met',
  REPLACED: 'not',
  WITHDRAWN: 'not',
}

interface OwnBidsProps {
  lot: string
  account: string
  bids: OwnBid[]
  /** How many were given on this page. */
  given: number
  onReplace: (bid: string) => void
}

/** The body's own bids for the lot, each with its receipt. */
export function OwnBids({ lot, account, bids, given, onReplace }: OwnBidsProps) {
  const { t } = useTranslation('bid')
  const language = useLanguage()
  const toast = useToast()
  const withdraw = useWithdraw(lot, account)
  const [left, setLeft] = useState(0)
  const heading = useArrival<HTMLHeadingElement>(given + left)
  const [leaving, setLeaving] = useState<string | null>(null)
  return (
    <section className={styles.own} aria-labelledby="own-bids">
      <h2 id="own-bids" ref={heading} tabIndex={-1}>
        {t('own.title')}
      </h2>
      <ol className={styles.bids}>
        {bids.map((bid) => (
          <li key={bid.id}>
            <Strip tone={TONE[bid.state]}>{t(`own.state.${bid.state}`)}</Strip>
            {bid.resealAsked && <Strip tone="unknown">{t('own.resealAsked')}</Strip>}
            <p>{t('own.acceptedAt', { time: dateTime(bid.acceptedAt, language) })}</p>
            {bid.endedAt !== null && <p>{t('own.endedAt', { time: dateTime(bid.endedAt, language) })}</p>}
            <Digest value={bid.manifestDigest} label={t('own.digest')} />
            <p className={styles.ways}>
              <Link to={paths.slip(bid.id)}>{t('own.slip')}</Link>
              <a href={paths.bidReceipt(bid.id)} download>
                {t('own.receipt')}
              </a>
              {bid.state === 'GIVEN' && (
                <>
                  <Button weight="ghost" onClick={() => onReplace(bid.id)}>
                    {t('own.replace')}
                  </Button>
                  <Button weight="danger" onClick={() => setLeaving(bid.id)}>
                    {t('own.withdraw')}
                  </Button>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      <p className={styles.quiet}>{t('own.receiptMeaning')}</p>
      <Dialog
        open={leaving !== null}
        title={t('own.withdrawTitle')}
        onClose={() => setLeaving(null)}
        actions={
          <>
            <Button
              weight="danger"
              busy={withdraw.isPending}
              onClick={() =>
                withdraw.mutate(leaving ?? '', {
                  onSuccess: () => {
                    toast({ text: t('own.withdrawn') })
                    setLeft(left + 1)
                  },
                  onError: (failure) => toast({ text: failure.message }),
                  onSettled: () => setLeaving(null),
                })
              }
            >
              {t('own.withdraw')}
            </Button>
            <Button weight="ghost" onClick={() => setLeaving(null)}>
              {t('own.keep')}
            </Button>
          </>
        }
      >
        <p>{t('own.withdrawWhat')}</p>
      </Dialog>
    </section>
  )
}
