import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HolderKey } from '../../api/types'
import { ProblemError } from '../../lib/problem'
import { Button } from '../../ui/button'
import { ErrorSummary, type FieldError } from '../../ui/error-summary'
import { Field, TextField } from '../../ui/field'
import { useToast } from '../../ui/toast'
import styles from './keys.module.css'
import { OtherKey, useOpenTest } from './mutations'
import { SealError } from './seal/fault'

/** Opens a dummy envelope with the saved file: so one knows today that it will open on the day. */
export function OpenTest({ one }: { one: HolderKey }) {
  const { t } = useTranslation('keys')
  const own = useId()
  const say = useToast()
  const open = useOpenTest()
  const [file, setFile] = useState<File | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [problems, setProblems] = useState<FieldError[]>([])
  const ids = { file: `${own}-file`, words: `${own}-words` }
  const problemOf = (failure: Error): FieldError => {
    if (failure instanceof OtherKey) return { field: ids.file, message: t('test.otherKey') }
    if (failure instanceof SealError && failure.fault === 'PASSPHRASE')
      return { field: ids.words, message: t('test.wrongWords') }
    if (failure instanceof SealError) return { field: ids.file, message: t('test.noKey') }
    return { message: failure instanceof ProblemError ? failure.message : t('test.cannot') }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found: FieldError[] = []
    if (file === null) found.push({ field: ids.file, message: t('test.fileMissing') })
    if (passphrase === '') found.push({ field: ids.words, message: t('test.wordsMissing') })
    setProblems(found)
    if (file === null || found.length > 0) return
    open.mutate(
      { id: one.id, kid: one.kid, file, passphrase },
      {
        onSuccess: (purpose) => {
          setPassphrase('')
          say({ text: t(`test.done.${purpose}`) })
        },
        onError: (failure) => setProblems([problemOf(failure)]),
      },
    )
  }
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.message
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <ErrorSummary errors={problems} />
      <Field id={ids.file} label={t('test.file')} hint={t('test.fileHint')} error={errorOf(ids.file)}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept="application/json,.json"
            onChange={({ target }) => setFile(target.files?.[0] ?? null)}
          />
        )}
      </Field>
      <TextField
        id={ids.words}
        type="password"
        autoComplete="off"
        label={t('test.words')}
        value={passphrase}
        error={errorOf(ids.words)}
        onChange={({ target }) => setPassphrase(target.value)}
      />
      <Button type="submit" busy={open.isPending}>
        {t(one.state === 'PROPOSED' ? 'test.prove' : 'test.rehearse')}
      </Button>
    </form>
  )
}
