import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Evaluation } from '../../api/types'
import { isBelowLimit, methodsIn } from '../../lib/methods'
import { type OfficialForm, officialFormOf, officialOf } from '../../lib/official'
import { paths } from '../../lib/paths'
import { winnerOf } from '../../lib/ranking'
import { PROVINCE } from '../../lib/reference'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { OfficialFields } from '../../ui/official-fields'
import { ReasonDialog } from '../../ui/reason-dialog'
import { useToast } from '../../ui/toast'
import { Refused } from './award-steps'
import styles from './evaluation.module.css'
import { useDecide, useGiveBack } from './mutations'

interface Shape {
  officialPublication: OfficialForm
}

/** Another person decides, and everything becomes public; above the purchase limit with the reference of the statutory medium (product.md 12). */
export function Decide({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation('evaluation')
  const go = useNavigate()
  const toast = useToast()
  const decide = useDecide(evaluation.lotId)
  const giveBack = useGiveBack(evaluation.lotId)
  const [asking, setAsking] = useState(false)
  const statutory = !isBelowLimit(evaluation.method)
  const { data: offer } = useQuery({ ...methodsIn(PROVINCE), enabled: statutory })
  const form = useForm<Shape>({ defaultValues: { officialPublication: officialFormOf(undefined) } })
  const errors = errorsOf(form.formState.errors)
  const { proposal, ranking, bids } = evaluation
  if (!proposal) return null
  const decidable = winnerOf(ranking, bids) !== undefined
  const official = (name: keyof OfficialForm) => ({
    ...form.register(`officialPublication.${name}`),
    id: `officialPublication.${name}`,
    error: form.formState.errors.officialPublication?.[name]?.message,
  })
  const submit = form.handleSubmit(({ officialPublication }) =>
    decide.mutate(statutory ? officialOf(officialPublication) : null, {
      onSuccess: ({ noticeId }) => {
        toast({ text: t('award.decided') })
        go(paths.notice(noticeId))
      },
      onError: (failure) => showProblem(failure, form.setError, t('award.unreachable')),
    }),
  )
  return (
    <form onSubmit={submit} noValidate className={styles.decide}>
      {errors.some(({ field }) => field !== undefined) ? (
        <ErrorSummary errors={errors} />
      ) : (
        <Refused error={decide.error} />
      )}
      {decidable && statutory && offer && (
        <fieldset className={styles.official}>
          <legend>{t('award.official')}</legend>
          <p className={styles.quiet}>{t('award.officialLead')}</p>
          <OfficialFields
            media={offer.media}
            medium={official('medium')}
            noticeId={official('noticeId')}
            url={official('url')}
            publishedAt={official('publishedAt')}
          />
        </fieldset>
      )}
      {decidable && <p className={styles.quiet}>{t('award.decideWhat')}</p>}
      <div className={styles.actions}>
        {decidable && (
          <Button type="submit" busy={decide.isPending}>
            {t('award.decide')}
          </Button>
        )}
        <Button weight="ghost" onClick={() => setAsking(true)}>
          {t('award.giveBack')}
        </Button>
      </div>
      <ReasonDialog
        open={asking}
        title={t('award.giveBackTitle')}
        send={t('award.giveBack')}
        busy={giveBack.isPending}
        onClose={() => setAsking(false)}
        onSend={({ reason }, refused) =>
          giveBack.mutate(reason, { onSuccess: () => setAsking(false), onError: refused })
        }
      />
    </form>
  )
}
