import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Evidence } from '../../api/types'
import { ProblemError } from '../../lib/problem'
import { upload } from '../../lib/upload'
import { FileField } from '../../ui/file-field'
import styles from './registry.module.css'

interface EvidenceFieldProps {
  /** Where the file goes. */
  address: string
  kept: Evidence | null
  onKept: (evidence: Evidence | null) => void
  error: string | undefined
}

/** One scan or photograph; the phone's camera will do. Shows how far it has come, and says at once what is wrong with it. */
export function EvidenceField({ address, kept, onKept, error }: EvidenceFieldProps) {
  const { t } = useTranslation('registry')
  const { t: common } = useTranslation()
  const [share, setShare] = useState<number | null>(null)
  const [refused, setRefused] = useState<string>()
  const send = async (file: File | undefined) => {
    if (file === undefined) return
    setRefused(undefined)
    setShare(0)
    try {
      onKept(await upload<Evidence>(address, file, setShare))
    } catch (failure) {
      onKept(null)
      const said = failure instanceof ProblemError && failure.status > 0
      setRefused(said ? failure.message : common('form.unreachable'))
    } finally {
      setShare(null)
    }
  }
  return (
    <div>
      <FileField
        id="evidenceId"
        label={t('evidence.label')}
        hint={t('evidence.hint')}
        error={refused ?? error}
        accept="application/pdf,image/jpeg,image/png,image/webp"
        busy={share !== null}
        onChoose={([file]) => send(file)}
      />
      <div aria-live="polite">
        {share !== null && (
          <p className={styles.progress}>
            <progress max={1} value={share} aria-label={t('evidence.sending')} />
            {t('evidence.sent', { percent: Math.round(share * 100) })}
          </p>
        )}
        {kept !== null && share === null && <p className={styles.kept}>{t('evidence.kept', { name: kept.name })}</p>}
      </div>
    </div>
  )
}
