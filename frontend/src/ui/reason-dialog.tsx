import { zodResolver } from '@hookform/resolvers/zod'
import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { Button } from './button'
import { Dialog } from './dialog'
import styles from './dialog.module.css'
import { ErrorSummary } from './error-summary'
import { TextArea, TextField } from './field'
import { errorsOf, showProblem } from './form-problems'

const shape = (reasonNeeded: boolean, withDay: boolean) =>
  z.object({
    reason: reasonNeeded ? z.string().trim().min(1, 'reason') : z.string().trim(),
    lastDay: withDay ? z.string().min(1, 'day') : z.string(),
  })
type Shape = { reason: string; lastDay: string }

/** Apart from the ids of a form that lies open behind the dialog. */
const idOf = (field: string | undefined) => (field === undefined ? undefined : `why-${field}`)

interface ReasonDialogProps {
  open: boolean
  title: string
  children?: ReactNode
  send: string
  /** What is pressed takes something back. */
  weight?: 'primary' | 'danger'
  /** Where a last day is asked for: the first that is possible. */
  lastDay?: string
  reasonNeeded?: boolean
  /** Who reads it; else the other side. */
  hint?: string
  busy: boolean
  onClose: () => void
  onSend: (values: Shape, refused: (failure: unknown) => void) => void
}

/** Says what happens, asks why (and until when), and keeps what was typed when the server refuses. */
export function ReasonDialog(props: ReasonDialogProps) {
  const {
    open,
    title,
    children,
    send,
    lastDay,
    hint,
    reasonNeeded = true,
    weight = 'primary',
    busy,
    onClose,
    onSend,
  } = props
  const { t } = useTranslation()
  const form = useForm<Shape>({
    resolver: zodResolver(shape(reasonNeeded, lastDay !== undefined)),
    defaultValues: { reason: '', lastDay: lastDay ?? '' },
  })
  const { errors } = form.formState
  const words = (message: string | undefined) =>
    message === 'reason' || message === 'day' ? t(`reason.missing.${message}`) : message
  const submit = form.handleSubmit((values) =>
    onSend(values, (failure) => showProblem(failure, form.setError, t('form.unreachable'))),
  )
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form="reason-form" weight={weight} busy={busy}>
            {send}
          </Button>
          <Button weight="ghost" onClick={onClose}>
            {t('reason.cancel')}
          </Button>
        </>
      }
    >
      <form id="reason-form" className={styles.form} onSubmit={submit} noValidate>
        <ErrorSummary
          errors={errorsOf(errors).map((one) => ({ field: idOf(one.field), message: words(one.message) ?? '' }))}
        />
        {children}
        {lastDay !== undefined && (
          <TextField
            {...form.register('lastDay')}
            id={idOf('lastDay')}
            type="date"
            min={lastDay}
            label={t('reason.lastDay')}
            error={words(errors.lastDay?.message)}
          />
        )}
        <TextArea
          {...form.register('reason')}
          id={idOf('reason')}
          label={t(reasonNeeded ? 'reason.label' : 'reason.optional')}
          hint={hint ?? t('reason.hint')}
          error={words(errors.reason?.message)}
        />
      </form>
    </Dialog>
  )
}
