import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { Me } from '../../api/types'
import { hasStatus } from '../../lib/problem'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { Checkbox, TextField } from '../../ui/field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { useSignIn } from './sign-in'
import styles from './sign-in.module.css'

export function SignInForm({ onDone }: { onDone: (who: Me) => void }) {
  const { t } = useTranslation('account')
  const { t: common } = useTranslation()
  const [shown, setShown] = useState(false)
  const signIn = useSignIn()
  const required = (field: string) => common('form.required', { field })
  const shape = z.object({
    username: z
      .string()
      .trim()
      .min(1, required(t('username'))),
    // As typed: a blank may belong to it.
    password: z.string().min(1, required(t('password'))),
  })
  const form = useForm({
    resolver: zodResolver(shape),
    defaultValues: { username: '', password: '' },
    // The summary takes the focus, not the first field.
    shouldFocusError: false,
  })
  const { errors } = form.formState

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
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <ErrorSummary errors={errorsOf(errors)} />
      <TextField
        {...form.register('username')}
        id="username"
        label={t('username')}
        autoComplete="username"
        autoCapitalize="none"
        error={errors.username?.message}
      />
      <TextField
        {...form.register('password')}
        id="password"
        type={shown ? 'text' : 'password'}
        label={t('password')}
        autoComplete="current-password"
        error={errors.password?.message}
      />
      <Checkbox label={t('show')} checked={shown} onChange={(event) => setShown(event.target.checked)} />
      <Button type="submit" busy={signIn.isPending}>
        {t('submit')}
      </Button>
    </form>
  )
}
