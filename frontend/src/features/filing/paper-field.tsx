import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PaperKind, StoredPaper } from '../../api/types'
import { ProblemError } from '../../lib/problem'
import { upload } from '../../lib/upload'
import { FileField } from '../../ui/file-field'
import styles from './filing.module.css'
import type { Paper } from './filing-form'

interface PaperFieldProps {
  kind: PaperKind
  needed: boolean
  value: Paper | null
  onChange: (paper: Paper | null) => void
  error: string | undefined
}

/** One paper: chosen, sent at once with its progress, named when it is there. */
export function PaperField({ kind, needed, value, onChange, error }: PaperFieldProps) {
  const { t } = useTranslation('filing')
  const { t: common } = useTranslation()
  const [share, setShare] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<string>()
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    setRefusal(undefined)
    setShare(0)
    try {
      const { id, name, size } = await upload<StoredPaper>('/api/filings/attachments', file, setShare)
      onChange({ fileId: id, name, size })
    } catch (failure) {
      const spoken = failure instanceof ProblemError && failure.status !== 0
      setRefusal(spoken ? failure.message : common('form.unreachable'))
    } finally {
      setShare(null)
    }
  }
  return (
    <div className={styles.paper}>
      <FileField
        label={t(needed ? `paper.${kind}` : 'paper.optional', { name: t(`paper.${kind}`) })}
        error={refusal ?? error}
        id={`attachments.${kind}`}
        accept="application/pdf,image/jpeg,image/png,image/webp"
        busy={share !== null}
        chosen={value?.name}
        onChoose={([file]) => take(file)}
        onClear={() => onChange(null)}
      />
      {share !== null && <progress value={share} max={1} aria-label={t('sending', { name: t(`paper.${kind}`) })} />}
    </div>
  )
}
