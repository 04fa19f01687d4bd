import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { ErrorSummary, type FieldError } from '../../../ui/error-summary'
import { TextField } from '../../../ui/field'
import { FileField } from '../../../ui/file-field'
import { saveFile } from '../save-file'
import { SealError } from '../seal/fault'
import { type Envelope, idOf, openedAgain, type Read } from './envelope'
import styles from './give.module.css'

const nameOf = (envelope: Envelope) => `goufu-recovery-${idOf(envelope).slice(-12)}.json`

/** The recovery file is saved, chosen again and opened: only then is it known to be good. */
export function ReadBack({ envelope, onRead }: { envelope: Envelope; onRead: (read: Read) => void }) {
  const { t } = useTranslation('bid')
  const { recovery } = envelope
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<FieldError[]>([])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (file === null) return setProblems([{ field: 'recovery-file', message: t('back.none') }])
    setBusy(true)
    try {
      setProblems([])
      onRead(await openedAgain(envelope, file, passphrase))
    } catch (failure) {
      setProblems([problemOf(failure, t)])
    } finally {
      setBusy(false)
    }
  }
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      {recovery !== null && (
        <p>
          <Button onClick={() => saveFile(nameOf(envelope), recovery)}>{t('back.save')}</Button>
        </p>
      )}
      <ErrorSummary errors={problems} />
      <FileField
        id="recovery-file"
        label={t('back.choose')}
        hint={t('back.hint')}
        error={errorOf('recovery-file')}
        accept=".json"
        chosen={file?.name}
        onChoose={([chosen]) => setFile(chosen ?? null)}
      />
      <TextField
        id="recovery-passphrase"
        type="password"
        autoComplete="current-password"
        label={t('seal.passphrase')}
        value={passphrase}
        error={errorOf('recovery-passphrase')}
        onChange={({ target }) => setPassphrase(target.value)}
      />
      <Button type="submit" busy={busy}>
        {t('back.open')}
      </Button>
    </form>
  )
}

type Words = ReturnType<typeof useTranslation<'bid'>>['t']

function problemOf(failure: unknown, t: Words): FieldError {
  if (failure instanceof SealError && failure.fault === 'PASSPHRASE')
    return { field: 'recovery-passphrase', message: t('back.wrong') }
  if (failure instanceof SealError && failure.fault === 'MALFORMED')
    return { field: 'recovery-file', message: t('back.noFile') }
  return { message: t('back.damaged') }
}
