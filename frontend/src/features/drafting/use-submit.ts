import { useState } from 'react'
import type { FieldErrors, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { pathOf, usePathWords } from '../../lib/path-words'
import { paths } from '../../lib/paths'
import { ProblemError } from '../../lib/problem'
import type { FieldError } from '../../ui/error-summary'
import { errorsOf } from '../../ui/form-problems'
import { useToast } from '../../ui/toast'
import type { DraftForm } from './draft-form'
import { useSubmission } from './mutations'
import type { useAutosave } from './use-autosave'

/** Saves, submits, and lays a refusal beside the fields and into the summary. */
export function useSubmit(id: string, form: UseFormReturn<DraftForm>, saving: ReturnType<typeof useAutosave>) {
  const { t } = useTranslation('drafting')
  const wordsOf = usePathWords()
  const navigate = useNavigate()
  const say = useToast()
  const submission = useSubmission(id)
  const [refusal, setRefusal] = useState<FieldError[]>([])
  const [summary, setSummary] = useState<FieldError[]>([])
  const [strict, setStrict] = useState(false)

  const refuse = (failure: unknown) => {
    if (!(failure instanceof ProblemError) || failure.status === 0) {
      setSummary([{ message: t('submit.unreachable') }])
      return
    }
    const { errors = [], detail, title } = failure.problem
    setStrict(errors.length > 0)
    setRefusal(errors.map(({ pointer, detail: message }) => ({ field: pathOf(pointer), message })))
    setSummary(
      errors.length === 0
        ? [{ message: detail ?? title }]
        : errors.map(({ pointer, detail: message }) => ({
            field: pathOf(pointer),
            message: t('submit.line', { where: wordsOf(pathOf(pointer)), message }),
          })),
    )
  }
  const malformed = (errors: FieldErrors<DraftForm>) =>
    setSummary(
      errorsOf(errors).map(({ field, message }) => ({
        field,
        message: t('submit.line', { where: wordsOf(field ?? ''), message: t(`shape.${message as 'amount'}`) }),
      })),
    )
  const send = async () => {
    setSummary([])
    setRefusal([])
    if (!(await saving.flush())) return
    try {
      await submission.mutateAsync(saving.version.current)
      say({ text: t('submit.done') })
      navigate(paths.purchase(id))
    } catch (failure) {
      refuse(failure)
    }
  }
  return { submit: form.handleSubmit(send, malformed), busy: submission.isPending, refusal, summary, strict }
}
