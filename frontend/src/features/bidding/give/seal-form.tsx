import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { ErrorSummary, type FieldError } from '../../../ui/error-summary'
import { SHORTEST, useNewPassphrase } from '../new-passphrase'
import styles from './give.module.css'

interface SealFormProps {
  busy: boolean
  /** Of the bytes that are to be sealed, how many are. */
  share: number
  failure: string | null
  onSeal: (passphrase: string) => void
}

/** Seals, and asks for the words that open the recovery file. */
export function SealForm({ busy, share, failure, onSeal }: SealFormProps) {
  const { t } = useTranslation('bid')
  const { passphrase, check, fields } = useNewPassphrase('bid', {
    label: t('seal.passphrase'),
    hint: t('seal.hint', { count: SHORTEST }),
    again: t('seal.again'),
    short: t('seal.short', { count: SHORTEST }),
    different: t('seal.different'),
  })
  const [problems, setProblems] = useState<FieldError[]>([])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = check()
    setProblems(found)
    if (found.length === 0) onSeal(passphrase)
  }
  const shown = problems.length === 0 && failure !== null ? [{ message: failure }] : problems
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <ErrorSummary errors={shown} />
      {fields(problems)}
      <Button type="submit" busy={busy}>
        {t('seal.do')}
      </Button>
      {busy && <progress value={share} max={1} aria-label={t('seal.working')} />}
    </form>
  )
}
