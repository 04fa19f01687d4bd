import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { LotOutcome, Purchase } from '../../api/types'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorSummary } from '../../ui/error-summary'
import { Select, TextArea } from '../../ui/field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { useToast } from '../../ui/toast'
import { usePreparation } from './mutations'

/** What a person may say; that too few took part follows from the opening. */
const REASONS = [
  'TASK_CANCELLED',
  'DOC_DEFECT',
  'OVER_BUDGET',
  'METHOD_NOT_APPLICABLE',
  'ILLEGAL_ACT',
  'COMPLAINT_UPHELD',
] as const

const shape = z.object({
  reason: z.enum(['LESS_THAN_THREE', ...REASONS]),
  explanation: z.string().trim().min(1, 'missing').max(2000, 'tooLong'),
})
type Shape = z.infer<typeof shape>

/** Writes down why a lot ends; the other person publishes it. */
export function TerminationDialog({
  purchase,
  lot,
  onClose,
}: {
  purchase: Purchase
  lot: LotOutcome
  onClose: () => void
}) {
  const { t } = useTranslation('purchase')
  const say = useToast()
  const preparation = usePreparation(purchase.id)
  const found = lot.prepared?.reason === 'LESS_THAN_THREE'
  const form = useForm<Shape>({
    resolver: zodResolver(shape),
    defaultValues: { reason: lot.prepared?.reason ?? 'TASK_CANCELLED', explanation: lot.prepared?.explanation ?? '' },
  })
  const { errors } = form.formState
  const words = (message: string | undefined) =>
    message === 'missing' || message === 'tooLong' ? t(`termination.${message}`) : message
  const submit = form.handleSubmit((written) =>
    preparation.mutate(
      { lot: lot.lot, written },
      {
        onSuccess: () => {
          say({ text: t('outcome.prepared') })
          onClose()
        },
        onError: (failure) => showProblem(failure, form.setError, t('unreachable')),
      },
    ),
  )
  return (
    <Dialog
      open
      title={t('outcome.prepare')}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="termination-form" busy={preparation.isPending}>
            {t('termination.send')}
          </Button>
          <Button weight="ghost" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <form id="termination-form" onSubmit={submit} noValidate>
        <ErrorSummary errors={errorsOf(errors).map((one) => ({ ...one, message: words(one.message) ?? '' }))} />
        {!found && (
          <Select
            {...form.register('reason')}
            id="reason"
            label={t('termination.reason')}
            error={words(errors.reason?.message)}
          >
            {REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {t(`termination.${reason}`)}
              </option>
            ))}
          </Select>
        )}
        <TextArea
          {...form.register('explanation')}
          id="explanation"
          label={t('termination.explanation')}
          hint={t('termination.hint')}
          error={words(errors.explanation?.message)}
        />
      </form>
    </Dialog>
  )
}
