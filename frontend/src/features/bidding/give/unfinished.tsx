import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bidding } from '../../../api/types'
import { dateTime } from '../../../lib/format'
import { useLanguage } from '../../../lib/use-language'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import { ConfirmDialog } from '../../../ui/confirm-dialog'
import { fileSize } from './attachments'
import { type Envelope, idOf } from './envelope'
import styles from './give.module.css'
import { Handing } from './handing'
import { forgetEnvelope, type KeptEnvelope } from './kept-envelope'
import { keptOf } from './queries'

interface UnfinishedProps {
  bidding: Bidding
  organization: string
  account: string
  /** The body's bid that counts now. */
  current: string | undefined
  /** Digest of the document to which bids are sealed now, as far as it is known. */
  keyset: string | undefined
  /** Whether the bidder asked for another bid in the place of its own. */
  another: boolean
  onGiven: () => void
  /** What else there is to do, and whether another bid is made: not before the bidder wants it, where a sealed one can still be given. */
  children: (making: boolean) => ReactNode
}

/** A bid that was sealed here before the page was lost: its upload goes on, or it is thrown away. */
export function Unfinished(props: UnfinishedProps) {
  const { bidding, organization, account, current, keyset, another, onGiven, children } = props
  const { t } = useTranslation('bid')
  const queries = useQueryClient()
  const lot = bidding.lotId
  const { data: kept = null } = useQuery(keptOf(organization, lot))
  const [going, setGoing] = useState(false)
  const [anew, setAnew] = useState(false)
  const done = () => {
    queries.setQueryData(keptOf(organization, lot).queryKey, null)
    setGoing(false)
  }
  // The answer may have been lost with the page: then it was given.
  const over = kept !== null && (!bidding.open || bidding.bids.some(({ id }) => id === idOf(kept.envelope)))
  useEffect(() => {
    if (over && kept !== null) void forgetEnvelope(kept.envelope)
  }, [over, kept])
  const offered = over ? null : kept
  const stale = offered !== null && isStale(offered.envelope, bidding.noticeDigest, current, keyset)
  const first = offered !== null && !stale && !anew && !another
  if (offered !== null && going) {
    return (
      <>
        <p>
          <Button weight="quiet" onClick={() => setGoing(false)}>
            {t('kept.later')}
          </Button>
        </p>
        <Handing
          envelope={offered.envelope}
          readBack={offered.readBack}
          number={1}
          account={account}
          onGiven={() => {
            done()
            onGiven()
          }}
        />
      </>
    )
  }
  return (
    <>
      {offered !== null && (
        <Offer
          kept={offered}
          stale={stale}
          onGo={() => setGoing(true)}
          {...(first ? { onAnew: () => setAnew(true) } : {})}
          onDiscard={async () => {
            await forgetEnvelope(offered.envelope)
            done()
          }}
        />
      )}
      {children(!first)}
    </>
  )
}

/** Whether it answers another text, replaces another bid or is sealed to other holders than those of now. */
function isStale(
  { manifest: { core } }: Envelope,
  notice: string,
  current: string | undefined,
  keyset: string | undefined,
) {
  return core.noticeHash !== notice || core.replaces !== current || (keyset !== undefined && core.keysetHash !== keyset)
}

interface OfferProps {
  kept: KeptEnvelope
  /** It cannot be given any more. */
  stale: boolean
  onGo: () => void
  /** Where what else there is to do does not stand below. */
  onAnew?: () => void
  onDiscard: () => void
}

function Offer({ kept: { envelope, sealedAt }, stale, onGo, onAnew, onDiscard }: OfferProps) {
  const { t } = useTranslation('bid')
  const language = useLanguage()
  const [asked, setAsked] = useState(false)
  const bytes = [...envelope.chunks.values()].flat().reduce((sum, { size }) => sum + size, 0)
  return (
    <section className={styles.own} aria-labelledby="kept-title">
      <h2 id="kept-title">{t('kept.title')}</h2>
      <p>{t('kept.lead')}</p>
      <p>{t('kept.what', { time: dateTime(sealedAt, language), size: fileSize(bytes) })}</p>
      {stale && <Banner tone="amber">{t('kept.stale')}</Banner>}
      <p className={styles.ways}>
        {!stale && <Button onClick={onGo}>{t('kept.go')}</Button>}
        <Button weight="ghost" onClick={() => setAsked(true)}>
          {t('kept.discard')}
        </Button>
        {onAnew && (
          <Button weight="quiet" onClick={onAnew}>
            {t('kept.anew')}
          </Button>
        )}
      </p>
      <ConfirmDialog
        open={asked}
        title={t('kept.discardTitle')}
        send={t('kept.discard')}
        keep={t('kept.keep')}
        onSend={onDiscard}
        onClose={() => setAsked(false)}
      >
        <p>{t('kept.discardWhat')}</p>
      </ConfirmDialog>
    </section>
  )
}
