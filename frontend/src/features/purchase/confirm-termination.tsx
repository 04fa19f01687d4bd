import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { LotOutcome, Purchase } from '../../api/types'
import { paths } from '../../lib/paths'
import { ProblemError } from '../../lib/problem'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorSummary } from '../../ui/error-summary'
import { useToast } from '../../ui/toast'
import { useTermination } from './mutations'

interface Props {
  purchase: Purchase
  lot: LotOutcome
  act: 'publish' | 'drop'
  onClose: () => void
}

/** One last look: a published termination cannot be taken back, a dropped one is gone. */
export function ConfirmTermination({ purchase, lot, act, onClose }: Props) {
  const { t } = useTranslation('purchase')
  const navigate = useNavigate()
  const say = useToast()
  const termination = useTermination(purchase.id)
  const [refusal, setRefusal] = useState<string | null>(null)
  const send = () =>
    termination.mutate(
      { lot: lot.lot, act },
      {
        onSuccess: (notice) => {
          say({ text: t(notice ? 'outcome.published' : 'outcome.dropped', { number: notice?.number ?? '' }) })
          onClose()
          if (notice) navigate(paths.notice(notice.id))
        },
        onError: (failure) =>
          setRefusal(
            failure instanceof ProblemError && failure.status !== 0
              ? (failure.problem.detail ?? failure.problem.title)
              : t('unreachable'),
          ),
      },
    )
  return (
    <Dialog
      open
      title={t(act === 'publish' ? 'outcome.publish' : 'outcome.drop')}
      onClose={onClose}
      actions={
        <>
          <Button weight="danger" busy={termination.isPending} onClick={send}>
            {t(act === 'publish' ? 'outcome.publishNow' : 'outcome.dropNow')}
          </Button>
          <Button weight="ghost" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={refusal === null ? [] : [{ message: refusal }]} />
      <p>{t(act === 'publish' ? 'outcome.confirm' : 'outcome.confirmDrop', { title: purchase.title ?? '' })}</p>
    </Dialog>
  )
}
