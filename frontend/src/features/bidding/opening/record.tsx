import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BidAtOpening, Opening } from '../../../api/types'
import { dateTime } from '../../../lib/format'
import { paths } from '../../../lib/paths'
import { bracketed, listed } from '../../../lib/punctuation'
import { useLanguage } from '../../../lib/use-language'
import { Button } from '../../../ui/button'
import { cx } from '../../../ui/cx'
import { type Column, DataTable } from '../../../ui/data-table'
import { Digest } from '../../../ui/digest'
import { Money } from '../../../ui/money'
import { Mark, type Tone } from '../../../ui/strip'
import { OpenedContents } from './opened-contents'
import styles from './opening.module.css'

interface RecordProps {
  opening: Opening
  /** May read what was in the bids. */
  reads: boolean
  /** The reader's own body, which reads what it gave, alone or with others. */
  organization: string | null
}

const TONE: Record<string, Tone> = { OPENED: 'met', FAILED: 'not', INVALID: 'not' }

/** 开启记录: who gave a bid when and for how much, who opened them and who was absent, what was said. */
export function OpeningRecord({ opening, reads, organization }: RecordProps) {
  const { t } = useTranslation('opening')
  return (
    <section className={styles.record} aria-labelledby="record-title">
      <header className={styles.recordHead}>
        <h2 id="record-title">{t('record.title')}</h2>
        {opening.items.length > 0 && (
          <Button weight="ghost" onClick={() => window.print()}>
            {t('record.print')}
          </Button>
        )}
      </header>
      {opening.items.length > 0 && <Bids opening={opening} reads={reads} organization={organization} />}
      <People opening={opening} />
      <Said opening={opening} />
      {opening.digest !== null && (
        <footer className={styles.foot}>
          <Digest value={opening.digest} label={t('record.digest')} />
          <p className="print-only">
            {t('record.verifyAt', { address: `${window.location.origin}${paths.verifyPurchase(opening.purchaseId)}` })}
          </p>
          <p className={cx(styles.quiet, 'no-print')}>
            {t(opening.priced ? 'record.meaning' : 'record.meaningTechnical')}{' '}
            <a href={paths.openingRecord(opening.lotId, opening.priced ? 'ALL' : 'TECHNICAL')} download>
              {t('record.download')}
            </a>
            {' · '}
            <a href={paths.verifyPurchase(opening.purchaseId)}>{t('record.verify')}</a>
          </p>
        </footer>
      )}
    </section>
  )
}

function Bids({ opening, reads, organization }: RecordProps) {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  const [shown, setShown] = useState<string | null>(null)
  const columns: Column<BidAtOpening>[] = [
    { key: 'place', header: t('record.place'), cell: ({ place }) => place },
    { key: 'bidder', header: t('record.bidder'), cell: (bid) => <Bidder bid={bid} /> },
    { key: 'accepted', header: t('record.accepted'), cell: ({ acceptedAt }) => dateTime(acceptedAt, language) },
    {
      key: 'outcome',
      header: t('record.outcome'),
      cell: ({ outcome, reason, article }) => (
        <span className={styles.outcome}>
          <span className={styles.marked}>
            <Mark tone={outcome === null ? 'unknown' : (TONE[outcome] ?? 'unknown')} />
            {outcome === null ? t('outcome.pending') : t(`outcome.${outcome}`)}
          </span>
          {reason !== null && (
            <small>{article === null ? t(`reason.${reason}`) : bracketed(t(`reason.${reason}`), article)}</small>
          )}
        </span>
      ),
    },
  ]
  if (opening.priced)
    columns.splice(3, 0, {
      key: 'price',
      header: t('record.price'),
      align: 'end',
      cell: ({ totalFen }) => <Money fen={totalFen} />,
    })
  const own = (bid: BidAtOpening) =>
    bid.bidder.id === organization || bid.consortium.some(({ id }) => id === organization)
  const readable = (bid: BidAtOpening) => (reads || own(bid)) && bid.outcome !== null && bid.outcome !== 'FAILED'
  if (opening.items.some(readable))
    columns.push({
      key: 'contents',
      header: t('record.contents'),
      cell: (bid) =>
        readable(bid) && (
          <Button
            weight="quiet"
            aria-expanded={shown === bid.id}
            aria-label={t('record.lookAt', { name: bidderName(bid, t) })}
            onClick={() => setShown(shown === bid.id ? null : bid.id)}
          >
            {t('record.look')}
          </Button>
        ),
    })
  const opened = opening.items.find(({ id }) => id === shown)
  return (
    <>
      <DataTable
        caption={t('record.bids')}
        columns={columns}
        rows={opening.items}
        rowKey={({ id }) => id}
        empty={null}
      />
      {opened !== undefined && <OpenedContents bid={opened.id} name={bidderName(opened, t)} />}
    </>
  )
}

type Words = ReturnType<typeof useTranslation<'opening'>>['t']

const bidderName = ({ bidder, consortium }: BidAtOpening, t: Words) =>
  consortium.length === 0 ? bidder.name : t('record.consortium', { names: listed(consortium.map(({ name }) => name)) })

/** Who gave it; of a consortium each member with its work and share, as all of them signed. */
function Bidder({ bid }: { bid: BidAtOpening }) {
  const { t } = useTranslation('opening')
  return (
    <span className={styles.bidder}>
      {bidderName(bid, t)}
      {bid.consortium.map(({ id, name, work, share }) => (
        <small key={id}>
          {t(id === bid.bidder.id ? 'record.lead' : 'record.member', { name, work, share: share / 100 })}
        </small>
      ))}
    </span>
  )
}

const PRESENT = { tookPart: 'met', awaited: 'unknown', absent: 'not' } as const

/** Who did not come is missed only where shares were too few: more hold keys than are needed, so that one may be ill. */
function presenceOf({ tookPart }: Opening['holders'][number], { gatheredAt, without, items }: Opening) {
  if (tookPart) return 'tookPart'
  if (gatheredAt === null) return 'awaited'
  const missed = without !== null || items.some(({ reason }) => reason === 'HOLDERS_MISSING')
  return missed ? 'absent' : 'spare'
}

function People({ opening }: { opening: Opening }) {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  if (opening.begunAt === null) return null
  return (
    <>
      <h3>{t('record.people')}</h3>
      <ul className={styles.people}>
        <li>{t('record.begun', { name: opening.begunBy ?? '', at: dateTime(opening.begunAt, language) })}</li>
        {opening.state !== 'FAILED_TOO_FEW' &&
          opening.holders.map((holder) => {
            const presence = presenceOf(holder, opening)
            return (
              <li key={`${holder.group}${holder.name}${holder.former}`}>
                <span className={styles.marked}>
                  {presence === 'spare' ? <Spare /> : <Mark tone={PRESENT[presence]} />}
                  <span>
                    {holder.former ? t('record.former', { name: holder.name }) : holder.name} ·{' '}
                    {t(`group.${holder.group as 'DEPARTMENT'}`)} · {t(`record.${presence}`)}
                  </span>
                </span>
              </li>
            )
          })}
      </ul>
      {opening.without !== null && <p className={styles.without}>{t('record.without', { reason: opening.without })}</p>}
    </>
  )
}

/** Quiet: nothing is wrong. */
const Spare = () => (
  <span aria-hidden="true" className={styles.spare}>
    ○
  </span>
)

function Said({ opening }: { opening: Opening }) {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  const words = opening.said.filter(({ kind }) => kind !== 'WHOLE')
  const whole = opening.said.length - words.length
  if (opening.said.length === 0) return null
  return (
    <>
      <h3>{t('record.said')}</h3>
      {whole > 0 && <p>{t('record.whole', { count: whole })}</p>}
      <ul className={styles.people}>
        {words.map(({ kind, name, words: said, at }) => (
          <li key={`${at}${name}`} className={styles.marked}>
            <Mark tone="unknown" />
            <span>
              {kind === 'OBJECTION'
                ? t(name === '' ? 'record.objectionUntold' : 'record.objection', {
                    name,
                    words: said,
                    at: dateTime(at, language),
                  })
                : t(kind === 'WRONG_SHARES' ? 'record.wrongShares' : 'record.unopenedShares', {
                    name,
                    count: Number(said),
                    at: dateTime(at, language),
                  })}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
