import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../../lib/paths'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Checkbox, TextField } from '../../ui/field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { Page } from '../../ui/page'
import { useToast } from '../../ui/toast'
import { useActivation } from './sign-in'
import styles from './sign-in.module.css'

/** A person opens the account with the code from the counter; the code comes behind the address's # or is typed. */
export default function ActivatePage() {
  const { t } = useTranslation('account')
  const { t: common } = useTranslation()
  const navigate = useNavigate()
  const say = useToast()
  const { hash } = useLocation()
  const [shown, setShown] = useState(false)
  const activation = useActivation()
  const form = useForm({ defaultValues: { code: hash.slice(1), password: '' }, shouldFocusError: false })
  const { errors } = form.formState
  const submit = form.handleSubmit((values) =>
    activation.mutate(values, {
      onSuccess: ({ account }) => {
        say({ text: t('activate.done', { username: account.username }) })
        navigate(paths.home, { replace: true })
      },
      onError: (failure) => showProblem(failure, form.setError, common('form.unreachable')),
    }),
  )
  return (
    <Page title={t('activate.title')} narrow>
      <div className={styles.activate}>
        <h1>{t('activate.title')}</h1>
        <p>{t('activate.lead')}</p>
        <form onSubmit={submit} noValidate className={styles.form}>
          <ErrorSummary errors={errorsOf(errors)} />
          <TextField
            {...form.register('code')}
            id="code"
            label={t('activate.code')}
            hint={t('activate.codeHint')}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            error={errors.code?.message}
          />
          <TextField
            {...form.register('password')}
            id="password"
            type={shown ? 'text' : 'password'}
            label={t('activate.password')}
            hint={t('activate.passwordHint')}
            autoComplete="new-password"
            error={errors.password?.message}
          />
          <Checkbox label={t('show')} checked={shown} onChange={(event) => setShown(event.target.checked)} />
          <Button type="submit" busy={activation.isPending}>
            {t('activate.submit')}
          </Button>
        </form>
      </div>
    </Page>
  )
}
