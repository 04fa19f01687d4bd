import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Opening, OwnAtOpening } from '../../../api/types'
import { dateTime } from '../../../lib/format'
import { paths } from '../../../lib/paths'
import { headed } from '../../../lib/punctuation'
import { useLanguage } from '../../../lib/use-language'
import { Button } from '../../../ui/button'
import { ErrorSummary } from '../../../ui/error-summary'
import { ReasonDialog } from '../../../ui/reason-dialog'
import { Strip, type Tone } from '../../../ui/strip'
import { saveBlob } from '../save-file'
import type { BoxFault, Proved } from './chain'
import { useCheckSeal, useObject } from './mutations'
import styles from './opening.module.css'
import { Remedy } from './remedy'

interface BidderPartProps {
  opening: Opening
  bid: OwnAtOpening
  proved: Proved
}

const TONE: Record<string, Tone> = { OPENED: 'met', FAILED: 'not', INVALID: 'not' }

/** What was not the bidder's fault, and is left when the time to mend it has passed. */
const MENDED_IN_TIME = new Set<OwnAtOpening['reason']>(['HOLDERS_MISSING', 'CIPHERTEXT_LOST', 'PLATFORM_FAILED'])

/** A bidder's own: whether its bid lies in the box as it was given, what became of it, what it can mend. */
export function BidderPart({ opening, bid, proved }: BidderPartProps) {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  return (
    <section className={styles.part} aria-labelledby="bidder-title">
      <h2 id="bidder-title">{bid.own ? t('bidder.title') : t('bidder.titleOf', { name: bid.bidder ?? '' })}</h2>
      {!bid.own && <p className={styles.quiet}>{t('bidder.others', { name: bid.bidder ?? '' })}</p>}
      <p>{t('bidder.accepted', { at: dateTime(bid.acceptedAt, language) })}</p>
      {bid.outcome !== null && !bid.pending && (
        <Strip tone={TONE[bid.outcome] ?? 'unknown'}>
          {bid.reason === null
            ? t(`outcome.${bid.outcome}`)
            : headed(t(`outcome.${bid.outcome}`), t(`reason.${bid.reason}`))}
        </Strip>
      )}
      {opening.state === 'SEAL_CHECK' && bid.own && <SealCheck opening={opening} bid={bid} proved={proved} />}
      {!bid.own && <SealChecked opening={opening} bid={bid} />}
      {bid.mendable && opening.state !== 'ENDED' && <Remedy opening={opening} bid={bid} />}
      {opening.state === 'OPENED' && MENDED_IN_TIME.has(bid.reason) && <p>{t('bidder.late')}</p>}
      {bid.own && (
        <p>
          <Link to={paths.giveBid(opening.lotId)}>{t('bidder.receipts')}</Link>
        </p>
      )}
    </section>
  )
}

/** Who keeps the receipt of the seal can show later that no other box was opened. */
function KeepSeal({ lot, receipt }: { lot: string; receipt: string }) {
  const { t } = useTranslation('opening')
  const save = () => saveBlob(`goufu-seal-${lot}.tlog-proof`, new Blob([receipt], { type: 'text/plain' }))
  return (
    <Button weight="quiet" onClick={save}>
      {t('seal.keep')}
    </Button>
  )
}

/** What who gave the bid found about its seal: others of a consortium, and groups, read it and are not asked. */
function SealChecked({ opening, bid }: Pick<BidderPartProps, 'opening' | 'bid'>) {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  const words = {
    name: bid.bidder ?? '',
    until: opening.checkUntil === null ? '' : dateTime(opening.checkUntil, language),
  }
  if (bid.objected) return <Strip tone="unknown">{t('seal.objectedBy', words)}</Strip>
  if (bid.checked) return <Strip tone="met">{t('seal.saidBy', words)}</Strip>
  return opening.state === 'SEAL_CHECK' ? <p>{t('seal.awaitedFrom', words)}</p> : null
}

function SealCheck({ opening, bid, proved }: BidderPartProps) {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  const check = useCheckSeal(opening.lotId, proved)
  const object = useObject(opening.lotId)
  const [asked, setAsked] = useState(false)
  const fault: BoxFault | null | undefined = check.data?.fault
  const done = bid.checked || fault === null
  return (
    <>
      {!done && (
        <p>{t('seal.lead', { until: opening.checkUntil === null ? '' : dateTime(opening.checkUntil, language) })}</p>
      )}
      <ErrorSummary errors={check.isError ? [{ message: check.error.message }] : []} />
      <div role="status">
        {fault === null && <Strip tone="met">{t('seal.whole', { count: check.data?.events ?? 0 })}</Strip>}
        {fault != null && <Strip tone="not">{t(`seal.fault.${fault}`)}</Strip>}
        {check.data === undefined && bid.checked && <Strip tone="met">{t('seal.said')}</Strip>}
        {bid.objected && <Strip tone="unknown">{t('seal.objected')}</Strip>}
      </div>
      <p className={styles.ways}>
        {!done && (
          <Button busy={check.isPending} onClick={() => check.mutate(bid.id)}>
            {t('seal.check')}
          </Button>
        )}
        {check.data !== undefined && <KeepSeal lot={opening.lotId} receipt={check.data.receipt} />}
        <Button weight="ghost" onClick={() => setAsked(true)}>
          {t('seal.object')}
        </Button>
      </p>
      <ReasonDialog
        open={asked}
        title={t('seal.object')}
        send={t('seal.objectNow')}
        hint={t('seal.objectHint')}
        busy={object.isPending}
        onClose={() => setAsked(false)}
        onSend={({ reason }, refused) => object.mutate(reason, { onSuccess: () => setAsked(false), onError: refused })}
      />
    </>
  )
}
