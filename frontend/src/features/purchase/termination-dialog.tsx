import { zodResolver } from '@hookform/resolvers/zod'
import { useQuery } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { LotOutcome, Purchase } from '../../api/types'
import { isBelowLimit, methodsIn } from '../../lib/methods'
import { officialFormOf, officialOf } from '../../lib/official'
import { PROVINCE } from '../../lib/reference'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorSummary } from '../../ui/error-summary'
import { Select, TextArea } from '../../ui/field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { OfficialFields } from '../../ui/official-fields'
import { useToast } from '../../ui/toast'
import { usePreparation } from './mutations'
import styles from './purchase.module.css'

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
  officialPublication: z.object({ medium: z.string(), url: z.string(), noticeId: z.string(), publishedAt: z.string() }),
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
  const { here } = purchase.bidPlace
  const found = here && lot.prepared?.reason === 'LESS_THAN_THREE'
  const statutory = !isBelowLimit(purchase.method)
  const { data: offer } = useQuery({ ...methodsIn(purchase.regionCode ?? PROVINCE), enabled: statutory })
  const form = useForm<Shape>({
    resolver: zodResolver(shape),
    defaultValues: {
      reason: lot.prepared?.reason ?? 'TASK_CANCELLED',
      explanation: lot.prepared?.explanation ?? '',
      officialPublication: officialFormOf(lot.prepared?.officialPublication ?? undefined),
    },
  })
  const { errors } = form.formState
  const words = (message: string | undefined) =>
    message === 'missing' || message === 'tooLong' ? t(`termination.${message}`) : message
  const official = (name: keyof Shape['officialPublication']) => ({
    ...form.register(`officialPublication.${name}`),
    id: `officialPublication.${name}`,
    error: errors.officialPublication?.[name]?.message,
  })
  const submit = form.handleSubmit((written) =>
    preparation.mutate(
      {
        lot: lot.lot,
        written: {
          ...written,
          officialPublication: statutory ? officialOf(written.officialPublication) : null,
        },
      },
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
            {(here ? REASONS : (['LESS_THAN_THREE', ...REASONS] as const)).map((reason) => (
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
        {statutory && offer && (
          <fieldset className={styles.official}>
            <legend>{t('termination.official')}</legend>
            <p className={styles.lead}>{t('termination.officialLead')}</p>
            <OfficialFields
              media={offer.media}
              medium={official('medium')}
              noticeId={official('noticeId')}
              url={official('url')}
              publishedAt={official('publishedAt')}
            />
          </fieldset>
        )}
      </form>
    </Dialog>
  )
}
