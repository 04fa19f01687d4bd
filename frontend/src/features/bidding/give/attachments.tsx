import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button'
import { Field } from '../../../ui/field'
import { MOST_FILES } from './bid-draft'
import styles from './give.module.css'

interface AttachmentsProps {
  files: File[]
  onChange: (files: File[]) => void
}

export const megabytes = (bytes: number) => (bytes / (1024 * 1024)).toFixed(bytes < 1024 * 1024 ? 2 : 1)

/** Files that are sealed with the bid; they are not kept in the draft, for a browser may not read them again. */
export function Attachments({ files, onChange }: AttachmentsProps) {
  const { t } = useTranslation('bid')
  const id = useId()
  return (
    <>
      <Field id={id} label={t('files.choose')} hint={t('files.hint', { count: MOST_FILES })}>
        {(control) => (
          <input
            {...control}
            type="file"
            multiple
            onChange={({ target }) => {
              onChange([...files, ...(target.files ?? [])].slice(0, MOST_FILES))
              target.value = ''
            }}
          />
        )}
      </Field>
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name
            <li key={index}>
              <span>{t('files.one', { name: file.name, size: megabytes(file.size) })}</span>
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
