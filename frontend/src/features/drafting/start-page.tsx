import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { z } from 'zod'
import { paths } from '../../lib/paths'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { TextField } from '../../ui/field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { Page } from '../../ui/page'
import styles from './drafting.module.css'
import { useNewPurchase } from './mutations'

const shape = z.object({ title: z.string().trim().min(1, 'missing').max(200, 'tooLong') })
type Shape = z.infer<typeof shape>

/** One question before the draft exists, so that nobody leaves empty drafts behind. */
export function StartPage({ region, contact }: { region: string | null; contact: string }) {
  const { t } = useTranslation('drafting')
  const { t: common } = useTranslation()
  const navigate = useNavigate()
  const create = useNewPurchase()
  const form = useForm<Shape>({ resolver: zodResolver(shape), defaultValues: { title: '' } })
  const { errors } = form.formState
  const words = (message: string | undefined) =>
    message === 'missing' || message === 'tooLong' ? t(`start.${message}`) : message
  const submit = form.handleSubmit(({ title }) =>
    create.mutate(
      { title, region, contact },
      {
        onSuccess: ({ id }) => navigate(paths.editPurchase(id), { replace: true }),
        onError: (failure) => showProblem(failure, form.setError, common('form.unreachable')),
      },
    ),
  )
  return (
    <Page title={t('start.title')} narrow>
      <h1>{t('start.title')}</h1>
      <p className={styles.lead}>{t('start.lead')}</p>
      <form onSubmit={submit} noValidate className={styles.startForm}>
        <ErrorSummary errors={errorsOf(errors).map((one) => ({ ...one, message: words(one.message) ?? '' }))} />
        <TextField
          {...form.register('title')}
          id="title"
          label={t('field.title')}
          hint={t('start.hint')}
          autoComplete="off"
          error={words(errors.title?.message)}
        />
        <Button type="submit" busy={create.isPending}>
          {t('start.go')}
        </Button>
      </form>
    </Page>
  )
}
