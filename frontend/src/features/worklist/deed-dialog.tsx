import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkItem } from '../../api/types'
import { ProblemError } from '../../lib/problem'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import { TextArea } from '../../ui/field'
import { useToast } from '../../ui/toast'
import { useConfirmFiling, useConfirmMembership, useSettle } from './mutations'

/** Asks once, says what it means, and does it. */
export function DeedDialog({ item, onClose }: { item: WorkItem; onClose: () => void }) {
  const { t } = useTranslation('worklist')
  const { t: common } = useTranslation()
  const say = useToast()
  const [reason, setReason] = useState('')
  const confirmFiling = useConfirmFiling()
  const confirmMembership = useConfirmMembership()
  const settle = useSettle()
  const explains = item.others.length > 0
  const deed = explains ? 'settle' : item.matter === 'MEMBERSHIP' ? 'membership' : 'filing'
  const running = { settle, membership: confirmMembership, filing: confirmFiling }[deed]
  const ends = {
    onSuccess: () => {
      say({ text: t(`done.${deed}`, { name: item.name }) })
      onClose()
    },
  }
  const act = () => {
    if (deed === 'settle') settle.mutate({ item, reason }, ends)
    else if (deed === 'membership') confirmMembership.mutate(item.subjectId, ends)
    else confirmFiling.mutate(item.subjectId, ends)
  }
  const title = t(`action.${item.matter}`)
  const problems: FieldError[] = problemsOf(running.error, common('form.unreachable'))
  return (
    <Dialog
      open
      sheet
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button busy={running.isPending} onClick={act}>
            {title}
          </Button>
          <Button weight="ghost" onClick={onClose}>
            {t('back')}
          </Button>
        </>
      }
    >
      <ErrorSummary errors={problems} />
      <p>{t(`explain.${deed}`, { name: item.name, word: item.word ?? '' })}</p>
      {explains && (
        <TextArea
          id="reason"
          label={t('reason')}
          maxLength={500}
          error={problems.find(({ field }) => field === 'reason')?.message}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
    </Dialog>
  )
}

function problemsOf(failure: unknown, unreachable: string) {
  if (failure === null) return []
  if (!(failure instanceof ProblemError) || failure.status === 0) return [{ message: unreachable }]
  const { errors = [], detail, title } = failure.problem
  return errors.length > 0
    ? errors.map((one) => ({ field: one.pointer.replace(/^\//, ''), message: one.detail }))
    : [{ message: detail ?? title }]
}
