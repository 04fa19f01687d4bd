import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { ErrorSummary, type FieldError } from '../../../ui/error-summary'
import { TextField } from '../../../ui/field'
import styles from './give.module.css'

const SHORTEST = 12

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
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [problems, setProblems] = useState<FieldError[]>([])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found: FieldError[] = []
    if (passphrase.length < SHORTEST)
      found.push({ field: 'bid-passphrase', message: t('seal.short', { count: SHORTEST }) })
    else if (passphrase !== again) found.push({ field: 'bid-again', message: t('seal.different') })
    setProblems(found)
    if (found.length === 0) onSeal(passphrase)
  }
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  const shown = problems.length === 0 && failure !== null ? [{ message: failure }] : problems
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <ErrorSummary errors={shown} />
      <TextField
        id="bid-passphrase"
        type="password"
        autoComplete="new-password"
        label={t('seal.passphrase')}
        hint={t('seal.hint', { count: SHORTEST })}
        value={passphrase}
        error={errorOf('bid-passphrase')}
        onChange={({ target }) => setPassphrase(target.value)}
      />
      <TextField
        id="bid-again"
        type="password"
        autoComplete="new-password"
        label={t('seal.again')}
        value={again}
        error={errorOf('bid-again')}
        onChange={({ target }) => setAgain(target.value)}
      />
      <Button type="submit" busy={busy}>
        {t('seal.do')}
      </Button>
      {busy && <progress value={share} max={1} aria-label={t('seal.working')} />}
    </form>
  )
}
