import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Opening } from '../../../api/types'
import { dateTime } from '../../../lib/format'
import { paths } from '../../../lib/paths'
import { useArrival } from '../../../lib/use-arrival'
import { useLanguage } from '../../../lib/use-language'
import { useMoves } from '../../../lib/use-moves'
import { Banner } from '../../../ui/banner'
import { Page } from '../../../ui/page'
import { noticeOf } from '../give/queries'
import { BidderPart } from './bidder-part'
import type { Proved } from './chain'
import { DepartmentPart } from './department-part'
import { HolderPart } from './holder-part'
import styles from './opening.module.css'
import { followed, movesOf, openingOf, partOf } from './queries'
import { OpeningRecord } from './record'
import { ReplaceHolders } from './replace-holders'
import { Steps } from './steps'

interface OpeningPageProps {
  lot: string
  /** Who is signed in can have a part in it. */
  signedIn: boolean
  /** May read what was in the bids. */
  reads: boolean
  /** The reader's own body. */
  organization: string | null
  /** May replace holders. */
  approver: boolean
  demo: boolean
  proved: Proved
}

/** 开启: from the seal to the record, for everybody; with what there is to do for those who have a part in it. */
export function OpeningPage({ lot, signedIn, reads, organization, approver, demo, proved }: OpeningPageProps) {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  const { data: opening } = useSuspenseQuery(openingOf(lot))
  const { data: notice } = useQuery(noticeOf(opening.noticeId))
  const [begun, setBegun] = useState(0)
  const now = useArrival<HTMLDivElement>(begun)
  const told = useMoves(movesOf(opening), openingOf(lot).queryKey)
  useQuery(followed(lot, told))
  const moved = [opening.state, opening.gatheredAt, opening.remedyUntil, opening.done, opening.said.length].join('|')
  const { data: part } = useQuery({
    ...partOf(lot, moved),
    enabled: signedIn,
    placeholderData: (earlier) => earlier,
  })
  const holder = part && part.keys.length > 0 && <HolderPart opening={opening} keys={part.keys} demo={demo} />
  // What the reader does comes before what is done when others cannot come.
  const asksForKeys = opening.state === 'OPENING' || opening.state === 'OPENING_PRICES'
  return (
    <Page title={t('title')}>
      <p className="no-print">
        <Link to={paths.notice(opening.noticeId)}>{t('back')}</Link>
      </p>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        {notice !== undefined && <p>{notice.title}</p>}
        <dl className={styles.facts}>
          <div>
            <dt>{t('lot')}</dt>
            <dd>{opening.title}</dd>
          </div>
          <div>
            <dt>{t('deadline')}</dt>
            <dd>{dateTime(opening.deadline, language)}</dd>
          </div>
          <div>
            <dt>{t('openingAt')}</dt>
            <dd>{dateTime(opening.openingAt, language)}</dd>
          </div>
          {opening.bids !== null && (
            <div>
              <dt>{t('bids')}</dt>
              <dd>{t('count', { count: opening.bids })}</dd>
            </div>
          )}
        </dl>
      </header>
      {opening.state !== 'ENDED' && <Steps opening={opening} />}
      <div ref={now} tabIndex={-1}>
        <Now opening={opening} />
      </div>
      {part?.department && opening.state === 'GIVING' && <ReplaceHolders lot={lot} approver={approver} />}
      {asksForKeys && holder}
      {part?.department && <DepartmentPart opening={opening} onBegun={() => setBegun(begun + 1)} />}
      {!asksForKeys && holder}
      {part?.bid && <BidderPart opening={opening} bid={part.bid} proved={proved} />}
      {opening.begunAt !== null && <OpeningRecord opening={opening} reads={reads} organization={organization} />}
    </Page>
  )
}

/** What is going on, in one sentence. */
function Now({ opening }: { opening: Opening }) {
  const { t } = useTranslation('opening')
  const language = useLanguage()
  const time = (instant: string | null) => (instant === null ? '' : dateTime(instant, language))
  const { state } = opening
  const failed = opening.items.filter(({ outcome }) => outcome === 'FAILED').length
  const ended = state === 'ENDED'
  const waits = !ended && opening.remedyUntil !== null && opening.openedAt === null
  const words = waits
    ? t('now.remedy', { until: time(opening.remedyUntil) })
    : !ended && opening.gatheredAt !== null && opening.openedAt === null
      ? t('now.decrypting', { done: opening.done, count: opening.bids ?? 0 })
      : t(state === 'OPENED' && failed > 0 ? 'now.openedBut' : `now.${state}`, {
          at: time(opening.openingAt),
          until: time(opening.checkUntil),
          opened: time(opening.openedAt),
          count: opening.bids ?? 0,
          failed,
        })
  return <Banner tone={state === 'FAILED_TOO_FEW' || ended ? 'vermilion' : waits ? 'amber' : 'calm'}>{words}</Banner>
}
