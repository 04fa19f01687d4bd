import { useTranslation } from 'react-i18next'
import { plainName } from '../../../lib/file-name'
import { listed } from '../../../lib/punctuation'
import { Banner } from '../../../ui/banner'
import { Button } from '../../../ui/button'
import { FileField } from '../../../ui/file-field'
import { FILES_FIELD, MOST_FILES } from './bid-draft'
import styles from './give.module.css'

interface AttachmentsProps {
  files: File[]
  /** Chosen before the page was left, and not again since. */
  missing: string[]
  error: string | undefined
  onChange: (files: File[]) => void
  onForget: () => void
}

const MEGABYTE = 1024 * 1024

export const fileSize = (bytes: number) =>
  bytes < MEGABYTE ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`

/** Files that are sealed with the bid; they are not kept in the draft, for a browser may not read them again. */
export function Attachments({ files, missing, error, onChange, onForget }: AttachmentsProps) {
  const { t } = useTranslation('bid')
  return (
    <>
      {missing.length > 0 && (
        <Banner
          tone="amber"
          action={
            <Button weight="quiet" onClick={onForget}>
              {t('files.forget')}
            </Button>
          }
        >
          {t('files.missing', { names: listed(missing.map(plainName)) })}
        </Banner>
      )}
      <FileField
        id={FILES_FIELD}
        label={t('files.label')}
        hint={t('files.hint', { count: MOST_FILES })}
        error={error}
        multiple
        onChoose={(chosen) => onChange([...files, ...chosen])}
      />
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
            <li key={index}>
              <span>{t('files.one', { name: plainName(file.name), size: fileSize(file.size) })}</span>
              <Button
                weight="quiet"
                aria-label={t('files.removeOne', { name: file.name })}
                onClick={() => onChange(files.filter((_, place) => place !== index))}
              >
                {t('files.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
