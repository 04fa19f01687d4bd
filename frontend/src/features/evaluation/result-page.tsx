import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { EvaluationResult } from '../../api/types'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { pointsText } from '../../lib/points'
import { bracketed, listed } from '../../lib/punctuation'
import { useLanguage } from '../../lib/use-language'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { DataTable } from '../../ui/data-table'
import { Digest } from '../../ui/digest'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { BidsTable } from './bids-table'
import styles from './evaluation.module.css'
import { resultOf } from './queries'
import { RankingTable } from './ranking-table'
import { recompute } from './recompute'

/** The evaluation as everybody may see it, and a button that counts it all again in the reader's own browser. */
export function ResultPage({ lot }: { lot: string }) {
  const { t } = useTranslation('evaluation')
  const language = useLanguage()
  const { data, error } = useQuery(resultOf(lot))
  if (data === undefined) {
    return (
      <Page title={t('result.title')}>
        <h1>{t('result.title')}</h1>
        {error === null ? (
          <Skeleton lines={8} />
        ) : (
          <EmptyState title={t('result.none')}>{t('result.noneWhat')}</EmptyState>
        )}
      </Page>
    )
  }
  const { result, digest } = data
  return (
    <Page title={t('result.titleOf', { title: result.title })}>
      <h1>{t('result.titleOf', { title: result.title })}</h1>
      <p className={styles.lead}>
        {t('result.decided', {
          department: result.department.name,
          time: dateTime(result.decidedAt, language),
          proposer: result.proposer,
          decider: result.decider,
        })}
      </p>
      <section className={styles.part} aria-labelledby="ranking-title">
        <h2 id="ranking-title">{t('ranking.title')}</h2>
        <RankingTable ranking={result.ranking} bids={result.bids} scored={result.sheets.length > 0} />
        <Again result={result} />
      </section>
      {result.sheets.length > 0 && <EveryPoint result={result} />}
      <section className={styles.part} aria-labelledby="bids-title">
        <h2 id="bids-title">{t('bids.title')}</h2>
        <BidsTable bids={result.bids.map((bid) => ({ ...bid, reason: null }))} reviewed />
      </section>
      <section className={styles.part} aria-labelledby="panel-title">
        <h2 id="panel-title">{t('panel.title')}</h2>
        <p>{listed(result.panel.map((one) => bracketed(one.name, t(`kind.${one.kind}`))))}</p>
        <p className={styles.quiet}>
          {t('result.panelDrawn', { count: result.draw.candidates.length, size: result.draw.head.size })}
        </p>
      </section>
      <section className={styles.part} aria-labelledby="how-title">
        <h2 id="how-title">{t('result.how')}</h2>
        <p className={styles.text}>{t('result.howText', { sheets: result.sheets.length })}</p>
        <Digest value={digest} label={t('result.digest')} />
        <p>
          <Link to={paths.verifyPurchase(result.purchaseId)}>{t('result.verify')}</Link>
        </p>
      </section>
    </Page>
  )
}

/** Counts everything again, here. */
function Again({ result }: { result: EvaluationResult }) {
  const { t } = useTranslation('evaluation')
  const again = useMutation({ mutationFn: () => recompute(result) })
  const { data } = again
  const good = data?.seedGood && data.orderGood && data.lowPricesGood && data.differing.length === 0
  return (
    <div aria-live="polite">
      <div className={styles.actions}>
        <Button weight="ghost" busy={again.isPending} onClick={() => again.mutate()}>
          {t('result.again')}
        </Button>
        <span className={styles.quiet}>{t('result.againWhat')}</span>
      </div>
      {data && good && <Banner>{t('result.same', { count: result.ranking.length })}</Banner>}
      {data && !good && (
        <Banner tone="vermilion">
          {t(data.differing.length > 0 ? 'result.otherRanking' : 'result.otherDraw', {
            names: listed(data.differing),
          })}
        </Banner>
      )}
    </div>
  )
}

/** Each seat's points for each item: a table for every bid in its place. */
function EveryPoint({ result }: { result: EvaluationResult }) {
  const { t } = useTranslation('evaluation')
  const items = result.items.flatMap((item, place) => (item.kind === 'QUALITY' ? [{ ...item, place }] : []))
  const points = (bid: string, item: number, seat: number) =>
    result.sheets.find((sheet) => sheet.seat === seat)?.scores.find((one) => one.bid === bid && one.item === item)
      ?.points ?? 0
  return (
    <section className={styles.part} aria-labelledby="points-title">
      <h2 id="points-title">{t('result.points')}</h2>
      {result.ranking.map((place) => (
        <details key={place.bid} open={place.rank === 1}>
          <summary>{`${place.rank}. ${place.name}`}</summary>
          <DataTable
            caption={place.name}
            dense
            rows={items}
            rowKey={(item) => String(item.place)}
            empty={null}
            columns={[
              {
                key: 'item',
                header: t('result.item'),
                cell: (item) =>
                  `${bracketed(item.name, String(item.weight))}${item.objective ? t('result.objective') : ''}`,
              },
              ...result.sheets.map((sheet) => ({
                key: `seat-${sheet.seat}`,
                header: t('result.seat', { seat: sheet.seat }),
                align: 'end' as const,
                cell: (item: { place: number }) => pointsText(points(place.bid, item.place, sheet.seat)),
              })),
            ]}
          />
        </details>
      ))}
    </section>
  )
}
