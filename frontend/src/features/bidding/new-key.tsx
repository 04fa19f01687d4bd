import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import { TextField } from '../../ui/field'
import styles from './form.module.css'
import { useNewKey } from './mutations'
import { saveFile } from './save-file'

const SHORTEST = 12

/** Makes a key here and saves it at once: what is not saved is lost. */
export function NewKey() {
  const { t } = useTranslation('keys')
  const make = useNewKey()
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [problems, setProblems] = useState<FieldError[]>([])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found: FieldError[] = []
    if (passphrase.length < SHORTEST) found.push({ field: 'passphrase', message: t('new.short', { count: SHORTEST }) })
    else if (passphrase !== again) found.push({ field: 'again', message: t('new.different') })
    setProblems(found)
    if (found.length > 0) return
    make.mutate(passphrase, {
      onSuccess: ({ kid, file }) => saveFile(`goufu-key-${kid.slice(0, 8)}.json`, file),
      onError: (failure) => setProblems([{ message: failure.message }]),
    })
  }
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  if (!('subtle' in crypto)) return <p role="alert">{t('insecure')}</p>
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <ErrorSummary errors={problems} />
      <p>{t('new.lead')}</p>
      <TextField
        id="passphrase"
        type="password"
        autoComplete="new-password"
        label={t('new.passphrase')}
        hint={t('new.hint', { count: SHORTEST })}
        value={passphrase}
        error={errorOf('passphrase')}
        onChange={({ target }) => setPassphrase(target.value)}
      />
      <TextField
        id="again"
        type="password"
        autoComplete="new-password"
        label={t('new.again')}
        value={again}
        error={errorOf('again')}
        onChange={({ target }) => setAgain(target.value)}
      />
      <Button type="submit" busy={make.isPending}>
        {t('new.make')}
      </Button>
    </form>
  )
}
