import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import styles from './form.module.css'
import { useNewKey } from './mutations'
import { SHORTEST, useNewPassphrase } from './new-passphrase'
import { saveFile } from './save-file'

/** Makes a key here and saves it at once: what is not saved is lost. */
export function NewKey() {
  const { t } = useTranslation('keys')
  const make = useNewKey()
  const { passphrase, check, fields } = useNewPassphrase('key', {
    label: t('new.passphrase'),
    hint: t('new.hint', { count: SHORTEST }),
    again: t('new.again'),
    short: t('new.short', { count: SHORTEST }),
    different: t('new.different'),
  })
  const [problems, setProblems] = useState<FieldError[]>([])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = check()
    setProblems(found)
    if (found.length > 0) return
    make.mutate(passphrase, {
      onSuccess: ({ kid, file }) => saveFile(`goufu-key-${kid.slice(0, 8)}.json`, file),
      onError: (failure) => setProblems([{ message: failure.message }]),
    })
  }
  if (!('subtle' in crypto)) return <p role="alert">{t('insecure')}</p>
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <ErrorSummary errors={problems} />
      <p>{t('new.lead')}</p>
      {fields(problems)}
      <Button type="submit" busy={make.isPending}>
        {t('new.make')}
      </Button>
    </form>
  )
}
