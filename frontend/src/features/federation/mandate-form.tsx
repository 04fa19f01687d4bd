import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import type { MandateGiven, RosterEntry } from '../../api/types'
import { platformNow } from '../../lib/clock'
import { paths } from '../../lib/paths'
import { present } from '../../lib/search-params'
import { fenOf } from '../../lib/yuan-input'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Checkbox, TextField } from '../../ui/field'
import { FileField } from '../../ui/file-field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { useToast } from '../../ui/toast'
import { dayOf, monthsAfter } from './day'
import styles from './federation.module.css'
import { useMandate, usePaper } from './mutations'

const shape = z.object({
  categories: z.array(z.string()).min(1, 'categories'),
  amountCapFen: z.string().refine((typed) => fenOf(typed) !== undefined, 'amountCapFen'),
  here: z.boolean(),
  from: z.string().min(1, 'from'),
  to: z.string().min(1, 'to'),
  paper: z.custom<File | null>(),
})
type Shape = z.infer<typeof shape>

/** Everything, written as a choice of its own so that nobody gives it by leaving boxes empty. */
const EVERYTHING = '*'
const SPANS = [6, 12, 24] as const
/** A code that is not known belongs to the boxes as a whole, and a paper is taken in before it is named. */
const ASKED_AS = { categories: 'categories', paperId: 'paper', file: 'paper' } as const
const OWN_WORDS = ['categories', 'amountCapFen', 'from', 'to'] as const

const mandateOf = (values: Shape, street: string, paperId: string | undefined): MandateGiven => ({
  ...present({ paperId }),
  categories: values.categories.includes(EVERYTHING) ? [] : values.categories,
  amountCapFen: fenOf(values.amountCapFen) ?? 0,
  places: values.here ? [street] : [],
  from: values.from,
  to: values.to,
})

/** Four questions that a volunteer can answer on a phone: what, up to how much, where, until when. */
export function MandateForm({ entry }: { entry: RosterEntry }) {
  const { t } = useTranslation('federation')
  const { t: common } = useTranslation()
  const navigate = useNavigate()
  const say = useToast()
  const give = useMandate()
  const paper = usePaper()
  const today = dayOf(platformNow())
  const first = entry.from > today ? entry.from : today
  const form = useForm<Shape>({
    resolver: zodResolver(shape),
    defaultValues: {
      categories: [],
      amountCapFen: '',
      here: true,
      from: first,
      to: monthsAfter(first, 12),
      paper: null,
    },
  })
  const { errors } = form.formState
  const words = (message: string | undefined) => {
    const word = OWN_WORDS.find((own) => own === message)
    return word === undefined ? message : t(`give.missing.${word}`)
  }
  const from = form.watch('from')
  const send = async (values: Shape) => {
    const file = values.paper
    const handedIn = file === null ? undefined : await paper.mutateAsync({ id: entry.id, file })
    await give.mutateAsync({
      id: entry.id,
      version: entry.version,
      mandate: mandateOf(values, entry.street.code, handedIn?.id),
    })
    say({ text: t('give.done') })
    navigate(paths.memberships)
  }
  const submit = form.handleSubmit((values) =>
    send(values).catch((failure) => showProblem(failure, form.setError, common('form.unreachable'), ASKED_AS)),
  )
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <ErrorSummary errors={errorsOf(errors).map((one) => ({ ...one, message: words(one.message) ?? '' }))} />
      <fieldset id="categories" tabIndex={-1} className={styles.question}>
        <legend>{t('give.what')}</legend>
        <p className={styles.plain}>{t('give.whatHint')}</p>
        {errors.categories && <p className={styles.wrong}>{words(errors.categories.message)}</p>}
        {entry.member.categories.map(({ code, name }) => (
          <Checkbox key={code} {...form.register('categories')} value={code} label={name} />
        ))}
        <Checkbox
          {...form.register('categories')}
          value={EVERYTHING}
          label={t('mandate.everything')}
          hint={t('give.everythingHint')}
        />
      </fieldset>
      <TextField
        {...form.register('amountCapFen')}
        id="amountCapFen"
        inputMode="decimal"
        label={t('give.cap')}
        hint={t('give.capHint')}
        error={words(errors.amountCapFen?.message)}
      />
      <Checkbox
        {...form.register('here')}
        label={t('give.here', { street: entry.street.name })}
        hint={t('give.hereHint')}
      />
      <fieldset className={styles.question}>
        <legend>{t('give.when')}</legend>
        <div className={styles.acts}>
          {SPANS.map((months) => (
            <Button
              key={months}
              weight="ghost"
              onClick={() => form.setValue('to', monthsAfter(from || first, months), { shouldValidate: true })}
            >
              {t(`give.span${months}`)}
            </Button>
          ))}
        </div>
        <TextField
          {...form.register('from')}
          id="from"
          type="date"
          min={first}
          label={t('give.from')}
          error={words(errors.from?.message)}
        />
        <TextField
          {...form.register('to')}
          id="to"
          type="date"
          min={first}
          label={t('give.to')}
          error={words(errors.to?.message)}
        />
      </fieldset>
      <FileField
        id="paper"
        accept="application/pdf,image/jpeg,image/png,image/webp"
        label={t('give.paper')}
        hint={t('give.paperHint')}
        error={words(errors.paper?.message)}
        chosen={form.watch('paper')?.name}
        onChoose={([file]) => form.setValue('paper', file ?? null)}
        onClear={() => form.setValue('paper', null)}
      />
      <p className={styles.plain}>{t('give.revocable')}</p>
      <Button type="submit" busy={give.isPending || paper.isPending}>
        {t('give.send')}
      </Button>
    </form>
  )
}
