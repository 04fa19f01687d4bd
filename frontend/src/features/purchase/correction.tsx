import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Correction as Prepared, Purchase } from '../../api/types'
import { useNow } from '../../lib/clock'
import { paths } from '../../lib/paths'
import { ProblemError } from '../../lib/problem'
import { preparedCorrection } from '../../lib/purchases'
import { ActionLink, Button } from '../../ui/button'
import { CorrectionDiff } from '../../ui/correction-diff'
import { Dialog } from '../../ui/dialog'
import { ErrorSummary } from '../../ui/error-summary'
import { useToast } from '../../ui/toast'
import { useCorrectionAct } from './mutations'
import styles from './purchase.module.css'
import type { Staff } from './staff'

/** How a published call is corrected until its deadline: one person writes it, another publishes it. */
export function Correction({ purchase, staff }: { purchase: Purchase; staff: Staff }) {
  const { t } = useTranslation('purchase')
  const now = useNow()
  const [asked, setAsked] = useState<'publish' | 'drop' | null>(null)
  const open = purchase.bidDeadline !== null && Date.parse(purchase.bidDeadline) > now.getTime()
  const { data: prepared } = useQuery({ ...preparedCorrection(purchase.id), enabled: open })
  if (!open || prepared === undefined) return null
  return (
    <section className={styles.decision}>
      <h2>{t('correction.title')}</h2>
      {prepared === null ? (
        <p className={styles.lead}>{t('correction.none')}</p>
      ) : (
        <>
          <p className={styles.lead}>
            {t('correction.by', { name: prepared.writtenBy })}
            {!staff.approver && t('correction.waiting')}
            {staff.approver && prepared.own && t('correction.own')}
          </p>
          <blockquote className={styles.lead}>{prepared.reason}</blockquote>
          <CorrectionDiff items={prepared.changes} before={prepared.deadlineBefore} after={prepared.text.bidDeadline} />
        </>
      )}
      <div className={styles.acts}>
        {prepared && staff.approver && !prepared.own && (
          <Button onClick={() => setAsked('publish')}>{t('correction.publish')}</Button>
        )}
        {staff.officer && (
          <ActionLink to={paths.correctPurchase(purchase.id)} weight="ghost">
            {t(prepared ? 'correction.reword' : 'correction.write')}
          </ActionLink>
        )}
        {staff.officer && prepared && (
          <Button weight="quiet" onClick={() => setAsked('drop')}>
            {t('correction.drop')}
          </Button>
        )}
      </div>
      {asked !== null && prepared && (
        <Confirm purchase={purchase} prepared={prepared} act={asked} onClose={() => setAsked(null)} />
      )}
    </section>
  )
}

/** One last look: what is published cannot be taken back. */
function Confirm({
  purchase,
  prepared,
  act,
  onClose,
}: {
  purchase: Purchase
  prepared: Prepared
  act: 'publish' | 'drop'
  onClose: () => void
}) {
  const { t } = useTranslation('purchase')
  const navigate = useNavigate()
  const say = useToast()
  const correction = useCorrectionAct(purchase.id)
  const [refusal, setRefusal] = useState<string | null>(null)
  const send = () =>
    correction.mutate(act, {
      onSuccess: (notice) => {
        say({ text: t(notice ? 'correction.published' : 'correction.dropped', { number: notice?.number ?? '' }) })
        onClose()
        if (notice) navigate(paths.notice(notice.id))
      },
      onError: (failure) =>
        setRefusal(
          failure instanceof ProblemError && failure.status !== 0
            ? (failure.problem.detail ?? failure.problem.title)
            : t('unreachable'),
        ),
    })
  return (
    <Dialog
      open
      title={t(act === 'publish' ? 'correction.publish' : 'correction.drop')}
      onClose={onClose}
      actions={
        <>
          <Button weight={act === 'drop' ? 'danger' : 'primary'} busy={correction.isPending} onClick={send}>
            {t(act === 'publish' ? 'correction.publishNow' : 'correction.dropNow')}
          </Button>
          <Button weight="ghost" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={refusal === null ? [] : [{ message: refusal }]} />
      {act === 'publish' ? (
        <>
          <p>{t('correction.confirm')}</p>
          <CorrectionDiff items={prepared.changes} before={prepared.deadlineBefore} after={prepared.text.bidDeadline} />
        </>
      ) : (
        <p>{t('correction.confirmDrop')}</p>
      )}
    </Dialog>
  )
}
