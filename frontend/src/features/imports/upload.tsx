import { type DragEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ImportKind } from '../../api/types'
import { paths } from '../../lib/paths'
import { ProblemError } from '../../lib/problem'
import { cx } from '../../ui/cx'
import { ErrorSummary } from '../../ui/error-summary'
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
  const [over, setOver] = useState(false)

  const send = (file: File | undefined) => {
    if (file === undefined || upload.isPending) return
    upload.mutate({ kind, file }, { onSuccess: (started) => navigate(paths.registryImport(started.id)) })
  }
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault()
    setOver(inside)
  }
  const drop = (event: DragEvent) => {
    drag(event, false)
    send(event.dataTransfer.files[0])
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
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition; the field inside takes every key */}
      <div
        className={cx(styles.drop, over && styles.over)}
        onDragOver={(event) => drag(event, true)}
        onDragLeave={(event) => drag(event, false)}
        onDrop={drop}
      >
        <p className={styles.dropHere}>{t('upload.drop')}</p>
        <label className={styles.choose}>
          {upload.isPending ? t('upload.sending') : t('upload.choose')}
          <input
            className="visually-hidden"
            type="file"
            accept=".xlsx,.csv"
            aria-describedby={`${id}-hint`}
            aria-busy={upload.isPending || undefined}
            onChange={({ currentTarget }) => {
              send(currentTarget.files?.[0])
              currentTarget.value = ''
            }}
          />
        </label>
        <p id={`${id}-hint`} className={styles.hint}>
          {t('upload.hint')}
        </p>
      </div>
    </section>
  )
}

function wrong(failure: Error | null, unreachable: string) {
  if (failure === null) return []
  const answered = failure instanceof ProblemError && failure.status !== 0
  return [{ message: answered ? failure.message : unreachable }]
}
