import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Purchase } from '../../api/types'
import { useLacking } from '../../lib/holders'
import { isBelowLimit } from '../../lib/methods'
import { paths } from '../../lib/paths'
import { hasStatus, ProblemError } from '../../lib/problem'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import { HoldersLacking } from '../../ui/holders-lacking'
import { useToast } from '../../ui/toast'
import { useApproval } from './mutations'

interface DialogProps {
  purchase: Purchase
  open: boolean
  onClose: () => void
}

/** One last look before it cannot be changed any more. */
export function ApproveDialog({ purchase, open, onClose }: DialogProps) {
  const { t } = useTranslation('purchase')
  const navigate = useNavigate()
  const say = useToast()
  const lacking = useLacking({
    here: purchase.bidPlace.here,
    statutory: !isBelowLimit(purchase.method),
    supervised: purchase.supervisedOpening,
  })
  const approval = useApproval()
  const [errors, setErrors] = useState<FieldError[]>([])
  const refuse = (failure: unknown) => {
    if (hasStatus(failure, 412)) return setErrors([{ message: t('decision.stale') }])
    if (!(failure instanceof ProblemError) || failure.status === 0) return setErrors([{ message: t('unreachable') }])
    const { errors: fields = [], detail, title } = failure.problem
    setErrors(fields.length === 0 ? [{ message: detail ?? title }] : fields.map(({ detail: message }) => ({ message })))
  }
  const approve = () => {
    setErrors([])
    approval.mutate(
      { id: purchase.id, version: purchase.version },
      {
        onSuccess: (notice) => {
          say({ text: t('decision.published', { number: notice.number }) })
          navigate(paths.notice(notice.id))
        },
        onError: refuse,
      },
    )
  }
  return (
    <Dialog
      open={open}
      title={t('decision.approve')}
      onClose={onClose}
      actions={
        <>
          <Button busy={approval.isPending} onClick={approve}>
            {t('decision.publish')}
          </Button>
          <Button weight="ghost" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={errors} title={t('decision.refused')} />
      {lacking !== null && <HoldersLacking lacking={lacking} />}
      <p>{t('decision.confirm', { title: purchase.title ?? '' })}</p>
    </Dialog>
  )
}
