import { type DragEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainName } from '../lib/file-name'
import en from '../locales/en/files.json'
import zh from '../locales/zh-CN/files.json'
import { Button } from './button'
import { cx } from './cx'
import { Field } from './field'
import styles from './file-field.module.css'

/** They travel with the field, in both languages: no page that has it needs to ask for them, nor the verifier that is saved. */
const WORDS = { 'zh-CN': zh, en }

interface FileFieldProps {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  id?: string
  accept?: string
  multiple?: boolean
  /** A file is on its way: no other is taken meanwhile. */
  busy?: boolean
  /** The name of the file that stands, where the form does not show it itself. */
  chosen?: string | undefined
  onChoose: (files: File[]) => void
  /** Where doing without a file is allowed. */
  onClear?: () => void
}

/**
 * A file chosen with our own words: browsers label theirs in their own language, whatever the page speaks. The native input stays beneath
 * the button and takes every key; files may be dropped, too.
 */
export function FileField({
  label,
  hint,
  error,
  id,
  accept,
  multiple = false,
  busy = false,
  chosen,
  onChoose,
  onClear,
}: FileFieldProps) {
  const { i18n } = useTranslation()
  const words = WORDS[i18n.language === 'en' ? 'en' : 'zh-CN']
  const own = useId()
  const field = id ?? own
  const [over, setOver] = useState(false)
  useNoDropElsewhere()
  const take = (files: FileList | null) => {
    const given = [...(files ?? [])]
    if (given.length > 0 && !busy) onChoose(multiple ? given : given.slice(0, 1))
  }
  const drag = (event: DragEvent, inside: boolean) => {
    event.preventDefault()
    setOver(inside)
  }
  const which = chosen === undefined ? (multiple ? 'many' : 'one') : 'other'
  return (
    <Field id={field} label={label} hint={hint} error={error}>
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an addition; the field inside takes every key
        <div
          className={cx(styles.place, over && styles.over)}
          onDragOver={(event) => drag(event, true)}
          onDragLeave={(event) => drag(event, false)}
          onDrop={(event) => {
            drag(event, false)
            take(event.dataTransfer.files)
          }}
        >
          <label className={styles.choose}>
            {words.choose[which]}
            <input
              {...control}
              aria-describedby={[control['aria-describedby'], `${field}-chosen`].filter(Boolean).join(' ')}
              className="visually-hidden"
              type="file"
              accept={accept}
              multiple={multiple}
              aria-busy={busy || undefined}
              onChange={({ currentTarget }) => {
                take(currentTarget.files)
                // The same file can be chosen again after it was changed.
                currentTarget.value = ''
              }}
            />
          </label>
          <span id={`${field}-chosen`} className={styles.chosen} aria-live="polite">
            {chosen !== undefined && words.chosen.replace('{{name}}', plainName(chosen))}
          </span>
          {chosen === undefined && <span className={styles.drop}>{words.drop}</span>}
          {chosen !== undefined && onClear !== undefined && (
            <Button
              weight="quiet"
              aria-label={words.removeOne.replace('{{name}}', plainName(chosen))}
              onClick={onClear}
            >
              {words.remove}
            </Button>
          )}
        </div>
      )}
    </Field>
  )
}

/** A browser opens what is dropped beside the place, and everything typed would be gone. */
function useNoDropElsewhere() {
  useEffect(() => {
    const keep = (event: Event) => event.preventDefault()
    window.addEventListener('dragover', keep)
    window.addEventListener('drop', keep)
    return () => {
      window.removeEventListener('dragover', keep)
      window.removeEventListener('drop', keep)
    }
  }, [])
}
