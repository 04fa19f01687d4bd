import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../../lib/problem'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import { TextField } from '../../ui/field'
import { FileField } from '../../ui/file-field'
import styles from './form.module.css'
import { SealError } from './seal/fault'

interface SecretFormProps {
  /** Which file is asked for. */
  label: string
  hint: string
  send: string
  busy: boolean
  children?: ReactNode
  /** What is said of a file that is not the right one, where more is known than that. */
  otherFile?: (failure: SealError) => string
  /** Fails where the file or the passphrase is not the right one. */
  onSend: (file: File, passphrase: string) => Promise<unknown>
}

/** A file of one's own and its passphrase: both stay in this browser. */
export function SecretForm({ label, hint, send, busy, children, otherFile, onSend }: SecretFormProps) {
  const { t } = useTranslation('holding')
  const own = useId()
  const ids = { file: `${own}-file`, words: `${own}-words` }
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [problems, setProblems] = useState<FieldError[]>([])
  const problemOf = (failure: unknown): FieldError => {
    if (failure instanceof SealError && failure.fault === 'PASSPHRASE')
      return { field: ids.words, message: t('secret.wrongWords') }
    if (failure instanceof SealError) return { field: ids.file, message: otherFile?.(failure) ?? t('secret.otherFile') }
    return { message: failure instanceof ProblemError ? failure.message : t('secret.cannot') }
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found: FieldError[] = []
    if (file === null) found.push({ field: ids.file, message: t('secret.fileMissing') })
    if (passphrase === '') found.push({ field: ids.words, message: t('secret.wordsMissing') })
    setProblems(found)
    if (file === null || found.length > 0 || busy) return
    try {
      await onSend(file, passphrase)
      setPassphrase('')
    } catch (failure) {
      setProblems([problemOf(failure)])
    }
  }
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <ErrorSummary errors={problems} />
      <FileField
        id={ids.file}
        label={label}
        hint={hint}
        error={errorOf(ids.file)}
        accept="application/json,.json"
        chosen={file?.name}
        onChoose={([chosen]) => setFile(chosen ?? null)}
      />
      <TextField
        id={ids.words}
        type="password"
        autoComplete="off"
        label={t('secret.words')}
        value={passphrase}
        error={errorOf(ids.words)}
        onChange={({ target }) => setPassphrase(target.value)}
      />
      {children}
      <Button type="submit" busy={busy}>
        {send}
      </Button>
    </form>
  )
}
