import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ImportKind } from '../../api/types'
import { paths } from '../../lib/paths'
import { ProblemError } from '../../lib/problem'
import { ErrorSummary } from '../../ui/error-summary'
import { FileField } from '../../ui/file-field'
import styles from './imports.module.css'
import { useUpload } from './mutations'

const KINDS: readonly ImportKind[] = ['REGISTER', 'ABNORMAL_LIST', 'SERIOUS_LIST']

/** By drag or by key: a file that is dropped or chosen is sent at once, because sending writes nothing. */
export function Upload() {
  const { t } = useTranslation('imports')
  const navigate = useNavigate()
  const upload = useUpload()
  const id = useId()
  const [kind, setKind] = useState<ImportKind>('REGISTER')

  const send = (file: File | undefined) => {
    if (file === undefined || upload.isPending) return
    upload.mutate({ kind, file }, { onSuccess: (started) => navigate(paths.registryImport(started.id)) })
  }

  return (
    <section className={styles.upload} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('upload.title')}</h2>
      <ErrorSummary errors={wrong(upload.error, t('upload.unreachable'))} title={t('upload.refused')} />
      <fieldset className={styles.kinds}>
        <legend>{t('upload.kind')}</legend>
        {KINDS.map((one) => (
          <label key={one}>
            <input type="radio" name={`${id}-kind`} checked={kind === one} onChange={() => setKind(one)} />
            <span>
              {t(`kind.${one}`)}
              <small>{t(`kindHint.${one}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <FileField
        label={t('upload.file')}
        hint={t('upload.hint')}
        accept=".xlsx,.csv"
        busy={upload.isPending}
        onChoose={([file]) => send(file)}
      />
      <p role="status">{upload.isPending && t('upload.sending')}</p>
    </section>
  )
}

function wrong(failure: Error | null, unreachable: string) {
  if (failure === null) return []
  const answered = failure instanceof ProblemError && failure.status !== 0
  return [{ message: answered ? failure.message : unreachable }]
}
