import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Evaluation } from '../../api/types'
import { paths } from '../../lib/paths'
import { hasStatus, ProblemError } from '../../lib/problem'
import { useMoves } from '../../lib/use-moves'
import { Banner } from '../../ui/banner'
import { ActionLink } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { Propose, Proposed } from './award-steps'
import { BidsTable } from './bids-table'
import { CheckForm } from './check-form'
import { CredentialsCard } from './credentials-card'
import { Decide } from './decide'
import styles from './evaluation.module.css'
import { FormPanel } from './form-panel'
import { Inquiries } from './inquiries'
import { DeclaredFindings } from './judgements'
import { LateSignals } from './late-signals'
import { PanelMembers } from './panel-members'
import { cameToNothing, REVEALED, UNREVIEWED } from './phases'
import { evaluationOf, movesOf, panelChoices } from './queries'
import { RankingTable } from './ranking-table'
import { Renewals, RenewPanel } from './renew-panel'
import { Steps } from './steps'
import { useWon } from './use-won'

interface EvaluationPageProps {
  lot: string
  officer: boolean
  approver: boolean
}

/** One lot's evaluation for those who organize and those who supervise it: what is done, what is next, and no points early. */
export function EvaluationPage({ lot, officer, approver }: EvaluationPageProps) {
  const { t } = useTranslation('evaluation')
  // The department's first question after the opening also begins the evaluation.
  const department = officer || approver
  const told = useMoves(movesOf(lot), ['evaluation', lot])
  const choices = useQuery({ ...panelChoices(lot), enabled: department, retry: false })
  const ended = isLotOver(choices.error)
  const { data, error } = useQuery({
    ...evaluationOf(lot, told),
    enabled: !department || choices.isFetched,
    retry: false,
  })
  if (data === undefined) {
    return (
      <Page title={t('title')}>
        <h1>{t('title')}</h1>
        {error === null ? (
          <Skeleton lines={8} />
        ) : (
          <EmptyState title={t(ended ? 'next.ENDED.title' : hasStatus(error, 404) ? 'notYet' : 'unreachable')}>
            {t(ended ? 'ended' : 'notYetWhat')}
          </EmptyState>
        )}
      </Page>
    )
  }
  return (
    <Page title={t('titleOf', { title: data.title })}>
      <h1>{t('titleOf', { title: data.title })}</h1>
      <p className={styles.lead}>
        <Link to={paths.notice(data.noticeId)}>{data.noticeTitle}</Link> · {data.department.name}
      </p>
      {cameToNothing(data.phase) ? (
        <Banner tone="vermilion">{t(nothing(data), { least: data.least })}</Banner>
      ) : (
        <Steps phase={data.phase} qualifying={data.departmentQualifies} staged={data.staged} />
      )}
      {isVoid(data) ? (
        <Void evaluation={data} officer={officer} />
      ) : (
        <Part title={t(deciding(data, approver) ? 'next.PROPOSED.yours' : `next.${data.phase}.title`)} id="next">
          <What evaluation={data} />
          {isFormer(data) && <Banner tone="amber">{t('panel.formerWhat')}</Banner>}
          <Next evaluation={data} officer={officer} approver={approver} />
        </Part>
      )}
      {data.proposal && data.phase !== 'PROPOSED' && (
        <Part title={t('award.said')} id="proposal">
          <Proposed evaluation={data} />
        </Part>
      )}
      {data.ranking.length > 0 && (
        <Part title={t('ranking.title')} id="ranking">
          <RankingTable ranking={data.ranking} bids={data.bids} scored={data.ranking.some((one) => one.total > 0)} />
        </Part>
      )}
      {data.panel && data.panel.members.length > 0 && (
        <Part title={t(isFormer(data) ? 'panel.former' : 'panel.title')} id="panel">
          <PanelMembers
            lot={lot}
            panel={data.panel}
            replacing={officer}
            revealed={REVEALED.includes(data.phase)}
            missed={data.recusalMissed}
            former={isFormer(data)}
            secret={data.phase !== 'AWARDED'}
          />
        </Part>
      )}
      <Part title={t('bids.title')} id="bids">
        <BidsTable bids={data.bids} reviewed={!UNREVIEWED.includes(data.phase)} />
        {data.bids.some(({ judgements }) => judgements.length > 0) && <DeclaredFindings bids={data.bids} />}
      </Part>
      <LateSignals lot={lot} />
      {data.renewals.length > 0 && (
        <Part title={t('renew.past')} id="renewals">
          <Renewals renewals={data.renewals} />
        </Part>
      )}
      {data.inquiries.length > 0 && (
        <Part title={t('inquiry.title')} id="inquiries">
          <Inquiries evaluation={data} />
        </Part>
      )}
    </Page>
  )
}

/** The lot was terminated before its evaluation began. */
const isLotOver = (error: unknown) =>
  error instanceof ProblemError && error.problem.type === '/problems/evaluation/lot-over'

/** Why nothing came of it. */
const nothing = ({ phase, mayNegotiate }: Evaluation) =>
  phase === 'ENDED' ? 'ended' : mayNegotiate ? 'failedNegotiate' : 'failed'

/** Whether somebody told of a relation to a bidder when points had been revealed: what the panel found counts no more. */
const isVoid = ({ recusalMissed, phase }: Evaluation) => recusalMissed && REVEALED.includes(phase)

/** Whether the panel that is shown ended, and another is to be drawn. */
const isFormer = ({ phase, panel }: Evaluation) => phase === 'FORMING' && (panel?.members.length ?? 0) > 0

/** Nothing is proposed or decided on it: the department forms another panel, or ends the lot. */
function Void({ evaluation: { lotId, purchaseId }, officer }: { evaluation: Evaluation; officer: boolean }) {
  const { t } = useTranslation('evaluation')
  return (
    <Part title={t('renew.needed')} id="next">
      <Banner tone="vermilion">{t('panel.lateRelation')}</Banner>
      {officer && (
        <div className={styles.actions}>
          <RenewPanel lot={lotId} />
          <ActionLink to={paths.purchase(purchaseId)} weight="ghost">
            {t('award.toPurchase')}
          </ActionLink>
        </div>
      )}
    </Part>
  )
}

/** Whether it is the reader who decides: nobody decides what he or she proposed. */
const deciding = ({ phase, proposal }: Evaluation, approver: boolean) =>
  phase === 'PROPOSED' && approver && !proposal?.own

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  )
}

/** What this step is about. */
function What({ evaluation: { phase, method } }: { evaluation: Evaluation }) {
  const { t } = useTranslation('evaluation')
  return <p className={styles.text}>{t(`next.${phase}.what`, useWon(method))}</p>
}

/** What the caller can do now, or how far the others are. */
function Next({ evaluation, officer, approver }: { evaluation: Evaluation; officer: boolean; approver: boolean }) {
  const { t } = useTranslation('evaluation')
  const { phase, lotId, progress, differing } = evaluation
  const won = useWon(evaluation.method)
  const how = (name: 'declared' | 'reviewed' | 'signed' | 'judged') => (
    <Progress label={t(`progress.${name}`)} done={progress[name]} of={progress.members} />
  )
  switch (phase) {
    case 'FORMING':
      return officer ? <FormPanel lot={lotId} /> : null
    case 'DECLARING':
      return how('declared')
    case 'QUALIFYING':
      return officer ? (
        <CheckForm
          lot={lotId}
          byDepartment
          about={({ id, declared }) => <CredentialsCard lot={lotId} bid={id} shown={declared.length > 0} />}
          checks={['QUALIFICATION']}
          bids={evaluation.bids
            .filter((bid) => bid.excludedAt == null)
            .map((bid) => ({ id: bid.id, name: bid.body.name, declared: bid.declared }))}
        />
      ) : null
    case 'REVIEWING':
      return how('reviewed')
    case 'SCORING':
      return (
        <>
          {how('signed')}
          {differing && <Banner tone="amber">{t('progress.differing')}</Banner>}
        </>
      )
    case 'AWAITING_PRICES':
      return (
        <div className={styles.actions}>
          <ActionLink to={paths.opening(lotId)}>{t('next.AWAITING_PRICES.go')}</ActionLink>
        </div>
      )
    case 'PRICING':
      return how('judged')
    case 'RANKED':
      return officer ? <Propose evaluation={evaluation} /> : null
    case 'PROPOSED':
      return (
        <>
          <Proposed evaluation={evaluation} />
          {deciding(evaluation, approver) && <Decide evaluation={evaluation} />}
        </>
      )
    case 'AWARDED':
      return (
        <div className={styles.actions}>
          <ActionLink to={paths.lotResult(lotId)}>{t('result.open')}</ActionLink>
          <a href={paths.awardLetter(lotId)}>{t('letter', won)}</a>
        </div>
      )
    case 'FAILED':
    case 'ENDED':
      return officer || approver ? (
        <div className={styles.actions}>
          <ActionLink to={paths.purchase(evaluation.purchaseId)}>{t('award.toPurchase')}</ActionLink>
        </div>
      ) : null
    default:
      return null
  }
}

function Progress({ label, done, of }: { label: string; done: number; of: number }) {
  return (
    <p>
      <label>
        {label} <b className={styles.number}>{`${done} / ${of}`}</b>
        <progress className={styles.bar} value={done} max={of} />
      </label>
    </p>
  )
}
