import { useSuspenseQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Notice } from '../../api/types'
import { Digest } from '../../ui/digest'
import { Page } from '../../ui/page'
import { CorrectionBanner, Corrections } from './corrections'
import { KeyFacts } from './key-facts'
import { LedgerPlace } from './ledger-place'
import { Lots } from './lots'
import { NoticeHead } from './notice-head'
import styles from './notice-page.module.css'
import { OfficialForm } from './official-form'
import { PurchaseTimeline } from './purchase-timeline'
import { notice } from './queries'
import { Related } from './related'
import { useArriveAtHash } from './use-arrive-at-hash'
import { WhereToBid } from './where-to-bid'

/** One notice, plain words first, the official form behind them. `aside` answers whether the reader may bid. */
export function NoticePage({ aside }: { aside: (notice: Notice) => ReactNode }) {
  const { t } = useTranslation('notice')
  const { id = '' } = useParams()
  const { data } = useSuspenseQuery(notice(id))
  const beside = aside(data)
  useArriveAtHash()
  return (
    <Page title={data.title}>
      <NoticeHead notice={data} />
      <div className={styles.corrected}>
        <CorrectionBanner notice={data} />
      </div>
      <PurchaseTimeline purchaseId={data.purchaseId} here={data.id} />
      <WhereToBid notice={data} />
      <div className={beside ? styles.columns : undefined}>
        {beside && <div className={styles.beside}>{beside}</div>}
        <div className={styles.body}>
          {data.corrects && <Corrections notice={data} />}
          <KeyFacts notice={data} />
          {data.description !== '' && (
            <section>
              <h2>{t(data.type === 'RESULT' ? 'outcome' : 'description')}</h2>
              <p className={styles.text}>{data.description}</p>
            </section>
          )}
          <Related title={t('repeats')} notices={data.repeats} />
          <Related title={t('repeatedBy')} notices={data.repeatedBy} />
          {!data.corrects && <Corrections notice={data} />}
          <Lots lots={data.lots} />
          <OfficialForm notice={data} />
          <Related title={t('related.others')} notices={others(data)} />
          <Digest value={data.digest} label={t('digest')} />
          <LedgerPlace notice={data} />
        </div>
      </div>
    </Page>
  )
}

/** What is neither this notice nor shown as a correction already. */
const others = ({ id, notices, corrections }: Notice) =>
  notices.filter((one) => one.id !== id && !corrections.some((correction) => correction.id === one.id))
