import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import type { Purchase } from '../../api/types'
import { paths } from '../../lib/paths'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { ErrorSummary } from '../../ui/error-summary'
import { TextArea } from '../../ui/field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { useToast } from '../../ui/toast'
import { useReturn } from './mutations'

const shape = z.object({ reason: z.string().trim().min(1, 'missing') })
type Shape = z.infer<typeof shape>

/** Gives the purchase back; the writer must be able to act on the reason. */
export function ReturnDialog({ purchase, open, onClose }: { purchase: Purchase; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('purchase')
  const navigate = useNavigate()
  const say = useToast()
  const giveBack = useReturn()
  const form = useForm<Shape>({ resolver: zodResolver(shape), defaultValues: { reason: '' } })
  const { errors } = form.formState
  const words = (message: string | undefined) => (message === 'missing' ? t('return.missing') : message)
  const submit = form.handleSubmit(({ reason }) =>
    giveBack.mutate(
      { id: purchase.id, version: purchase.version, reason },
      {
        onSuccess: () => {
          say({ text: t('return.done') })
          navigate(paths.purchases)
        },
        onError: (failure) => showProblem(failure, form.setError, t('unreachable')),
      },
    ),
  )
  return (
    <Dialog
      open={open}
      title={t('decision.return')}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="return-form" busy={giveBack.isPending}>
            {t('return.send')}
          </Button>
          <Button weight="ghost" onClick={onClose}>
            {t('cancel')}
          </Button>
        </>
      }
    >
      <form id="return-form" onSubmit={submit} noValidate>
        <ErrorSummary errors={errorsOf(errors).map((one) => ({ ...one, message: words(one.message) ?? '' }))} />
        <TextArea
          {...form.register('reason')}
          id="reason"
          label={t('return.reason')}
          hint={t('return.hint')}
          error={words(errors.reason?.message)}
        />
      </form>
    </Dialog>
  )
}
