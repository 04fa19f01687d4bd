import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { RosterEntry } from '../../api/types'
import { platformNow } from '../../lib/clock'
import { present } from '../../lib/search-params'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { TextField } from '../../ui/field'
import { FileField } from '../../ui/file-field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { useToast } from '../../ui/toast'
import { dayOf, monthsAfter } from './day'
import styles from './federation.module.css'
import { useAgreement, usePaper } from './mutations'

const LONGEST_SCOPE = 200
const shape = z.object({
  scope: z.string().trim().min(1, 'scope').max(LONGEST_SCOPE, 'scope'),
  from: z.string().min(1, 'from'),
  to: z.string().min(1, 'to'),
  paper: z.custom<File | null>(),
})
type Shape = z.infer<typeof shape>

/** The paper is taken in before it is named. */
const ASKED_AS = { documentId: 'paper', file: 'paper' } as const
const OWN_WORDS = ['scope', 'from', 'to'] as const

/** The federation's side: for what it would answer, for how long, and the paper that both have signed. */
export function AgreementForm({ entry }: { entry: RosterEntry }) {
  const { t } = useTranslation('federation')
  const { t: common } = useTranslation()
  const say = useToast()
  const propose = useAgreement()
  const paper = usePaper()
  const today = dayOf(platformNow())
  const first = entry.from > today ? entry.from : today
  const form = useForm<Shape>({
    resolver: zodResolver(shape),
    defaultValues: { scope: '', from: first, to: monthsAfter(first, 12), paper: null },
  })
  const { errors } = form.formState
  const words = (message: string | undefined) => {
    const word = OWN_WORDS.find((own) => own === message)
    return word === undefined ? message : t(`agreement.missing.${word}`)
  }
  const send = async ({ paper: file, ...proposed }: Shape) => {
    const handedIn = file === null ? undefined : await paper.mutateAsync({ id: entry.id, file })
    await propose.mutateAsync({
      membership: entry.id,
      proposed: { ...present({ documentId: handedIn?.id }), ...proposed },
    })
    form.reset()
    say({ text: t('agreement.proposed', { name: entry.member.name }) })
  }
  const submit = form.handleSubmit((values) =>
    send(values).catch((failure) => showProblem(failure, form.setError, common('form.unreachable'), ASKED_AS)),
  )
  return (
    <section aria-labelledby="propose-title">
      <h2 id="propose-title" className={styles.part}>
        {t('agreement.propose')}
      </h2>
      <form onSubmit={submit} noValidate className={styles.form}>
        <ErrorSummary errors={errorsOf(errors).map((one) => ({ ...one, message: words(one.message) ?? '' }))} />
        <TextField
          {...form.register('scope')}
          id="scope"
          maxLength={LONGEST_SCOPE}
          label={t('agreement.scope')}
          hint={t('agreement.scopeHint')}
          error={words(errors.scope?.message)}
        />
        <TextField
          {...form.register('from')}
          id="from"
          type="date"
          min={entry.from}
          label={t('agreement.from')}
          error={words(errors.from?.message)}
        />
        <TextField
          {...form.register('to')}
          id="to"
          type="date"
          min={entry.from}
          label={t('agreement.to')}
          error={words(errors.to?.message)}
        />
        <FileField
          id="paper"
          accept="application/pdf,image/jpeg,image/png,image/webp"
          label={t('agreement.file')}
          hint={t('give.paperHint')}
          error={words(errors.paper?.message)}
          chosen={form.watch('paper')?.name}
          onChoose={([file]) => form.setValue('paper', file ?? null)}
          onClear={() => form.setValue('paper', null)}
        />
        <Button type="submit" busy={propose.isPending || paper.isPending}>
          {t('agreement.send')}
        </Button>
      </form>
    </section>
  )
}
