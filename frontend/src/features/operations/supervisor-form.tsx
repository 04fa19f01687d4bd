import { useQuery } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { regionOf } from '../../lib/reference'
import { Button } from '../../ui/button'
import { ErrorSummary } from '../../ui/error-summary'
import { TextField } from '../../ui/field'
import { errorsOf, showProblem } from '../../ui/form-problems'
import { useToast } from '../../ui/toast'
import { useAppoint } from './mutations'
import styles from './operations.module.css'

const BLANK = { displayName: '', username: '', regionCode: '' }

/** Codes have 2, 4, 6, 9 or 12 digits. */
const CODE = /^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/

/** Who is to supervise which region; the password is the person's own. */
export function SupervisorForm() {
  const { t } = useTranslation('operations')
  const { t: common } = useTranslation()
  const say = useToast()
  const appoint = useAppoint()
  const form = useForm({ defaultValues: BLANK, shouldFocusError: false })
  const { errors } = form.formState
  const code = useWatch({ control: form.control, name: 'regionCode' }).trim()
  const { data: region } = useQuery({ ...regionOf(code), enabled: CODE.test(code), retry: false })
  const submit = form.handleSubmit((values) =>
    appoint.mutate(values, {
      onError: (failure) => showProblem(failure, form.setError, common('form.unreachable')),
      onSuccess: () => {
        form.reset()
        say({ text: t('supervisors.added', { name: values.displayName.trim() }) })
      },
    }),
  )
  const field = (name: keyof typeof BLANK) => ({ ...form.register(name), id: name, error: errors[name]?.message })
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <ErrorSummary errors={errorsOf(errors)} />
      <TextField {...field('displayName')} label={t('supervisors.name')} autoComplete="off" />
      <TextField
        {...field('username')}
        label={t('supervisors.username')}
        hint={t('supervisors.usernameHint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        {...field('regionCode')}
        inputMode="numeric"
        label={t('supervisors.region')}
        hint={region === undefined ? t('supervisors.regionHint') : t('supervisors.regionIs', { name: region.name })}
      />
      <Button type="submit" busy={appoint.isPending}>
        {t('supervisors.submit')}
      </Button>
    </form>
  )
}
