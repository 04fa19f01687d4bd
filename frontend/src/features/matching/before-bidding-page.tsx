import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { paths } from '../../lib/paths'
import { list, oneOf, write } from '../../lib/search-params'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { Tabs } from '../../ui/tabs'
import styles from './before-bidding.module.css'
import type { Asker } from './body'
import { Conflicts } from './conflicts'
import { Consortium } from './consortium'
import { LotHead } from './lot-head'
import { eligibilityOfLot } from './queries'

const TABS = ['conflicts', 'consortium'] as const

interface BeforeBiddingPageProps {
  lot: string
  bidder: string
  asker: Asker
}

/** 投标前核对: with whom a bid would collide, and with whom it may be given together. */
export function BeforeBiddingPage({ lot: lotId, bidder, asker }: BeforeBiddingPageProps) {
  const { t } = useTranslation('contest')
  const [params, setParams] = useSearchParams()
  const {
    data: { lot, body },
  } = useSuspenseQuery(eligibilityOfLot(lotId, bidder))
  const open = oneOf(params, 'tab', TABS) ?? (body.kind === 'FILED_GROUP' ? 'consortium' : 'conflicts')
  const members = list(params, 'member')
  const partners = list(params, 'partner')
  const show = (chosen: object) =>
    setParams(write({ bidder: params.get('bidder'), tab: open, member: members, partner: partners, ...chosen }), {
      replace: true,
      preventScrollReset: true,
      // A box must stay ticked from the press on, not from the next page on.
      flushSync: true,
    })
  const panel = {
    conflicts:
      body.kind === 'FILED_GROUP' ? (
        <EmptyState title={t('conflicts.groups')}>{t('conflicts.groupsDo')}</EmptyState>
      ) : (
        <Conflicts lot={lot} body={body} members={members} onMembers={(member) => show({ member })} />
      ),
    consortium: (
      <Consortium lot={lot} body={body} asker={asker} partners={partners} onPartners={(partner) => show({ partner })} />
    ),
  }
  return (
    <Page title={t('title')} narrow>
      <p>
        <Link to={`${paths.notice(lot.noticeId)}#may-i-bid`}>{t('back')}</Link>
      </p>
      <header className={styles.head}>
        <p>{body.name}</p>
        <h1>{t('title')}</h1>
        <LotHead lot={lot} />
      </header>
      <Tabs
        tabs={TABS.map((key) => ({ key, label: t(`tab.${key}`), panel: panel[key] }))}
        open={open}
        onOpen={(tab) => show({ tab })}
        label={t('tabs')}
      />
    </Page>
  )
}
