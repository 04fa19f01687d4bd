import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { LotOutcome, Purchase } from '../../api/types'
import { useNow } from '../../lib/clock'
import { dateTime } from '../../lib/format'
import { paths } from '../../lib/paths'
import { saidBy } from '../../lib/problem'
import { useLanguage } from '../../lib/use-language'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { useToast } from '../../ui/toast'
import { Confirm } from './confirm'
import { useRepetition, useTermination } from './mutations'
import styles from './purchase.module.css'
import { outcomesOf } from './queries'
import type { Staff } from './staff'
import { TerminationDialog } from './termination-dialog'

interface OutcomesProps {
  purchase: Purchase
  staff: Staff
  /** The way to a lot's opening. */
  opening: (lot: string) => ReactNode
  /** The way to the result of a lot whose bids were given on the portal. */
  portal: (lot: string) => ReactNode
}

/** What became of each lot, and how one ends without a result: one person writes why, another publishes it. */
export function Outcomes({ purchase, staff, opening, portal }: OutcomesProps) {
  const { t } = useTranslation('purchase')
  const now = useNow()
  const { data: lots = [], error } = useQuery(outcomesOf(purchase.id))
  if (error !== null) return <p className={styles.lead}>{error.message}</p>
  const { here } = purchase.bidPlace
  const closed = purchase.bidDeadline !== null && Date.parse(purchase.bidDeadline) <= now.getTime()
  const terminated = lots.filter(({ outcome }) => outcome === 'TERMINATED').length
  return (
    <>
      {lots.map((lot) => (
        <section key={lot.lot} className={styles.decision}>
          <h2>{lots.length > 1 ? t('lot', { number: lot.number, title: lot.title ?? '' }) : t('outcome.title')}</h2>
          {here && opening(lot.lot)}
          {!here && closed && !lot.outcome && portal(lot.lot)}
          {lot.outcome ? <Decided lot={lot} here={here} /> : <Undecided lot={lot} purchase={purchase} staff={staff} />}
        </section>
      ))}
      {staff.officer && terminated > 0 && <Again purchase={purchase} terminated={terminated} />}
    </>
  )
}

/** What ended without a result is called for again in a new draft. */
function Again({ purchase, terminated }: { purchase: Purchase; terminated: number }) {
  const { t } = useTranslation('purchase')
  const navigate = useNavigate()
  const say = useToast()
  const repetition = useRepetition()
  const { error } = repetition
  return (
    <section className={styles.decision}>
      <h2>{t('again.title')}</h2>
      <p className={styles.lead}>{t('again.lead', { count: terminated })}</p>
      {error !== null && <ErrorSummary errors={[{ message: saidBy(error, t('unreachable')) }]} />}
      <Button
        busy={repetition.isPending}
        onClick={() =>
          repetition.mutate(purchase.id, {
            onSuccess: ({ id }) => {
              say({ text: t('again.done') })
              navigate(paths.editPurchase(id))
            },
          })
        }
      >
        {t('again.act')}
      </Button>
    </section>
  )
}

function Decided({ lot, here }: { lot: LotOutcome; here: boolean }) {
  const { t } = useTranslation('purchase')
  const language = useLanguage()
  return (
    <p className={styles.lead}>
      {t(lot.outcome === 'AWARDED' ? 'outcome.awarded' : 'outcome.terminated', {
        at: lot.decidedAt ? dateTime(lot.decidedAt, language) : '',
      })}{' '}
      {lot.noticeId && <Link to={paths.notice(lot.noticeId)}>{t('outcome.notice')}</Link>}{' '}
      {here && lot.outcome === 'AWARDED' && <Link to={paths.lotResult(lot.lot)}>{t('outcome.result')}</Link>}
    </p>
  )
}

function Undecided({ lot, purchase, staff }: { lot: LotOutcome; purchase: Purchase; staff: Staff }) {
  const { t } = useTranslation('purchase')
  const [asked, setAsked] = useState<'write' | 'publish' | 'drop' | null>(null)
  const close = () => setAsked(null)
  const termination = useTermination(purchase.id, lot.lot)
  const { prepared } = lot
  const own = prepared?.by === staff.name
  const { here } = purchase.bidPlace
  return (
    <>
      {prepared ? <Prepared lot={lot} /> : <p className={styles.lead}>{t('outcome.none')}</p>}
      {prepared && !staff.approver && <p className={styles.lead}>{t('outcome.waiting')}</p>}
      {prepared && staff.approver && own && <p className={styles.lead}>{t('outcome.own')}</p>}
      {here && (
        <p>
          <Link to={paths.evaluation(lot.lot)}>{t('outcome.evaluation')}</Link>
        </p>
      )}
      <div className={styles.acts}>
        {prepared && staff.approver && !own && (
          <Button weight="danger" onClick={() => setAsked('publish')}>
            {t('outcome.publish')}
          </Button>
        )}
        {staff.officer && (
          <Button weight="ghost" onClick={() => setAsked('write')}>
            {t(prepared ? 'outcome.reword' : 'outcome.prepare')}
          </Button>
        )}
        {staff.officer && prepared && !(here && prepared.reason === 'LESS_THAN_THREE') && (
          <Button weight="quiet" onClick={() => setAsked('drop')}>
            {t('outcome.drop')}
          </Button>
        )}
      </div>
      {asked === 'write' && <TerminationDialog purchase={purchase} lot={lot} onClose={close} />}
      {(asked === 'publish' || asked === 'drop') && (
        <Confirm of="outcome" act={asked} sending={termination} onClose={close}>
          <p>{t(asked === 'publish' ? 'outcome.confirm' : 'outcome.confirmDrop', { title: purchase.title ?? '' })}</p>
        </Confirm>
      )}
    </>
  )
}

function Prepared({ lot: { prepared } }: { lot: LotOutcome }) {
  const { t } = useTranslation('purchase')
  const language = useLanguage()
  if (!prepared) return null
  return (
    <>
      <p>
        <b>{t(`termination.${prepared.reason}`)}</b>
      </p>
      <blockquote className={styles.lead}>{prepared.explanation}</blockquote>
      <p className={styles.lead}>
        {t('outcome.by', { name: prepared.by ?? t('outcome.platform'), at: dateTime(prepared.at, language) })}
      </p>
    </>
  )
}
