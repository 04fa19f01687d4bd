import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { hasStatus } from '../../lib/problem'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Checkbox, TextField } from '../../ui/field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { useSignIn } from './mutations'
import styles from './sign-in.module.css'

const shape = z.object({ username: z.string().trim().min(1), password: z.string().min(1) })
type Shape = z.infer<typeof shape>

export function SignInForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('account')
  const { t: common } = useTranslation()
  const [shown, setShown] = useState(false)
  const signIn = useSignIn()
  const form = useForm<Shape>({ resolver: zodResolver(shape), defaultValues: { username: '', password: '' } })
  const { errors } = form.formState
  const labels = { username: t('username'), password: t('password') }

  const submit = form.handleSubmit((values) =>
    signIn.mutate(values, {
      onSuccess: onDone,
      onError: (failure) => {
        if (hasStatus(failure, 401)) form.setError('root', { message: t('refused') })
        else if (hasStatus(failure, 429)) form.setError('root', { message: t('tooMany') })
        else showProblem(failure, form.setError, common('form.unreachable'))
      },
    }),
  )

  const missing = (name: keyof Shape) => errors[name] && common('form.required', { field: labels[name] })
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <ErrorSummary errors={errorsOf(errors, missing)} />
      <TextField
        {...form.register('username')}
        id="username"
        label={labels.username}
        autoComplete="username"
        autoCapitalize="none"
        error={missing('username')}
      />
      <TextField
        {...form.register('password')}
        id="password"
        type={shown ? 'text' : 'password'}
        label={labels.password}
        autoComplete="current-password"
        error={missing('password')}
      />
      <Checkbox label={t('show')} checked={shown} onChange={(event) => setShown(event.target.checked)} />
      <Button type="submit" busy={signIn.isPending}>
        {t('submit')}
      </Button>
    </form>
  )
}
