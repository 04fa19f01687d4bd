import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Bidding, ConsortiumAgreement, NoticeLot, OwnBid } from '../../../api/types'
import { paths } from '../../../lib/paths'
import { Banner } from '../../../ui/banner'
import { Deadline } from '../../../ui/deadline'
import { Money } from '../../../ui/money'
import { Page } from '../../../ui/page'
import { OpeningLink } from '../opening/opening-link'
import { MissingConsents } from '../parts/missing-consents'
import { ConsortiumWay } from './consortium-way'
import styles from './give.module.css'
import { Making, type MakingProps } from './making'
import { OwnBids } from './own-bids'
import type { Trust } from './proven-holders'
import { biddingOf, holdersOf, noticeOf } from './queries'
import { Reseal } from './reseal'
import { TogetherMaking } from './together-making'
import { Unfinished } from './unfinished'

interface GiveBidPageProps {
  lot: string
  organization: string
  account: string
  /** Whether it may bid with its groups. */
  federation: boolean
  proved: Trust['proved']
}

/** 提交响应文件: from the price to the receipt, on one page. */
export function GiveBidPage({ lot: lotId, organization, account, federation, proved }: GiveBidPageProps) {
  const { t } = useTranslation('bid')
  const { data: bidding } = useSuspenseQuery(biddingOf(lotId))
  const { data: notice } = useSuspenseQuery(noticeOf(bidding.noticeId))
  const { data: holders } = useQuery({ ...holdersOf(lotId), enabled: bidding.open })
  const lot = notice.lots.find(({ id }) => id === lotId)
  const [replaces, setReplaces] = useState<string | null>(null)
  const [given, setGiven] = useState(0)
  const onGiven = () => {
    setReplaces(null)
    setGiven(given + 1)
  }
  if (lot === undefined) return null
  const current = bidding.bids.find(counts)
  const open = bidding.open && (current === undefined || replaces === current.id)
  const trust: Trust = { department: notice.department.id, proved }
  const props: MakingProps = {
    lot,
    noticeDigest: bidding.noticeDigest,
    organization,
    account,
    trust,
    replaces,
    takesConsortia: notice.acceptsConsortium,
    onGiven,
  }
  // A lead bids for the members who signed, not for groups besides.
  const form = (agreement?: ConsortiumAgreement) =>
    federation && agreement === undefined ? (
      <TogetherMaking key={replaces ?? 'first'} {...props} />
    ) : (
      <Making key={`${replaces ?? 'first'}${agreement?.hash ?? ''}`} {...props} consortium={agreement} />
    )
  return (
    <Page title={t('title')} narrow>
      <p className={styles.ways}>
        <Link to={`${paths.notice(bidding.noticeId)}#may-i-bid`}>{t('back.notice')}</Link>
      </p>
      <Head bidding={bidding} lot={lot} title={notice.title} />
      {!bidding.open && (
        <Banner tone="amber" action={<OpeningLink lot={lotId} />}>
          {t(bidding.now < bidding.deadline ? 'ended' : current === undefined ? 'closedWithout' : 'closed')}
        </Banner>
      )}
      {holders?.awaited !== undefined && (
        <Banner tone="amber">
          {holders.awaited} {t('awaited')}
        </Banner>
      )}
      {federation && bidding.open && current !== undefined && <MissingConsents lot={lotId} />}
      {bidding.bids.length > 0 && (
        <OwnBids lot={lotId} account={account} bids={bidding.bids} given={given} onReplace={setReplaces} />
      )}
      <Unfinished
        bidding={bidding}
        organization={organization}
        account={account}
        current={current?.id}
        keyset={holders?.digest}
        another={replaces !== null}
        onGiven={onGiven}
      >
        {(making) => (
          <>
            {bidding.open && current?.resealAsked && replaces !== current.id && (
              <Reseal
                key={current.id}
                bid={current}
                noticeDigest={bidding.noticeDigest}
                organization={organization}
                account={account}
                trust={trust}
                onGiven={onGiven}
                onAnew={() => setReplaces(current.id)}
              />
            )}
            {notice.acceptsConsortium && bidding.open ? (
              <ConsortiumWay
                lot={lotId}
                organization={organization}
                making={(agreement) => open && making && form(agreement)}
              />
            ) : (
              open && making && form()
            )}
          </>
        )}
      </Unfinished>
    </Page>
  )
}

const counts = ({ state }: OwnBid) => state === 'GIVEN' || state === 'SEALED'

function Head({ bidding, lot, title }: { bidding: Bidding; lot: NoticeLot; title: string }) {
  const { t } = useTranslation('bid')
  return (
    <header className={styles.head}>
      <h1>{t('title')}</h1>
      <p>{title}</p>
      <dl className={styles.meta}>
        <div>
          <dt>{t('head.lot')}</dt>
          <dd>{bidding.lotTitle}</dd>
        </div>
        <div>
          <dt>{t('head.budget')}</dt>
          <dd>
            <Money fen={lot.budgetFen} />
          </dd>
        </div>
        <div>
          <dt>{t('head.deadline')}</dt>
          <dd>
            <Deadline at={bidding.deadline} full />
          </dd>
        </div>
      </dl>
      {bidding.open && <p className={styles.quiet}>{t('lead')}</p>}
    </header>
  )
}
