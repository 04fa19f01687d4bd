import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Desk } from '../../api/types'
import { paths } from '../../lib/paths'
import { useMoves } from '../../lib/use-moves'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { CheckForm } from './check-form'
import { Declare } from './declare'
import styles from './evaluation.module.css'
import { LateSignals } from './late-signals'
import { Paper, Papers } from './papers'
import { cameToNothing } from './phases'
import { Findings, PriceOpinion } from './price-opinion'
import { deskOf, movesOf } from './queries'
import { ScoreForm } from './score-form'
import { StepDown } from './step-down'
import { Steps } from './steps'

/** One evaluator's desk: what the bids say, and what is to be done with them now. */
export function DeskPage({ lot }: { lot: string }) {
  const { t } = useTranslation('evaluation')
  const told = useMoves(movesOf(lot), ['evaluation', lot])
  const { data, error } = useQuery(deskOf(lot, told))
  if (data === undefined) {
    return (
      <Page title={t('title')}>
        <h1>{t('title')}</h1>
        {error === null ? (
          <Skeleton lines={8} />
        ) : (
          <EmptyState title={t('desk.notYours')} actions={<Link to={paths.seats}>{t('seats.title')}</Link>}>
            {t('desk.notYoursWhat')}
          </EmptyState>
        )}
      </Page>
    )
  }
  return (
    <Page title={t('titleOf', { title: data.title })}>
      <h1>{t('titleOf', { title: data.title })}</h1>
      <p className={styles.lead}>
        {data.noticeTitle} · {data.department.name} · {t('desk.seat', { seat: data.seat })}
      </p>
      {!cameToNothing(data.phase) && <Steps phase={data.phase} qualifying={false} staged={data.staged} />}
      <Work desk={data} />
      {/* Whoever left, or sat on a panel that is no more, judges nothing by it. */}
      {data.declared && !data.excused && data.phase !== 'FORMING' && <LateSignals lot={lot} />}
      <StepDown desk={data} />
    </Page>
  )
}

/** While one can still take a seat. */
const DECLARES: Desk['phase'][] = ['DECLARING', 'QUALIFYING', 'REVIEWING', 'SCORING']

/** What is to be done now; else what is waited for. */
function Work({ desk }: { desk: Desk }) {
  const { t } = useTranslation('evaluation')
  const waiting = (
    key:
      | 'excused'
      | 'forming'
      | 'declared'
      | 'reviewed'
      | 'signed'
      | 'prices'
      | 'judged'
      | 'others'
      | 'failed'
      | 'ended',
  ) => (
    <p className={styles.text} role="status">
      {t(`desk.done.${key}`, { signed: desk.signed, members: desk.members })}
    </p>
  )
  if (desk.excused) return waiting('excused')
  if (!desk.declared && DECLARES.includes(desk.phase)) return <Declare desk={desk} />
  switch (desk.phase) {
    case 'FORMING':
      return waiting('forming')
    case 'DECLARING':
    case 'QUALIFYING':
      return waiting('declared')
    case 'REVIEWING':
      if (!desk.reviewed) return <Check desk={desk} />
      return (
        <>
          {waiting('reviewed')}
          <Papers desk={desk} />
        </>
      )
    case 'SCORING':
      if (!desk.reviewed) return <Check desk={desk} />
      return desk.sheet.signed ? waiting('signed') : <ScoreForm key={desk.sheet.revision} desk={desk} />
    case 'AWAITING_PRICES':
      return waiting('prices')
    case 'PRICING':
      return (
        <>
          <Findings desk={desk} />
          {desk.judged ? waiting('judged') : <PriceOpinion desk={desk} />}
        </>
      )
    case 'FAILED':
      return waiting('failed')
    case 'ENDED':
      return waiting('ended')
    default:
      return waiting('others')
  }
}

function Check({ desk }: { desk: Desk }) {
  const { t } = useTranslation('evaluation')
  return (
    <section className={styles.part} aria-labelledby="check-title">
      <h2 id="check-title">{t('todo.REVIEWING')}</h2>
      {desk.phase === 'SCORING' && <p className={styles.text}>{t('check.late')}</p>}
      <p className={styles.text}>{t('check.what')}</p>
      <CheckForm
        lot={desk.lotId}
        byDepartment={false}
        about={({ id }) => {
          const bid = desk.bids.find((one) => one.id === id)
          return bid && <Paper lot={desk.lotId} bid={bid} />
        }}
        checks={desk.checks}
        bids={desk.bids
          .filter((bid) => bid.counts)
          .map((bid) => ({ id: bid.id, name: bid.body.name, declared: bid.declared }))}
      />
    </section>
  )
}
