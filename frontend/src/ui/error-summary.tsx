import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './error-summary.module.css'

export interface FieldError {
  /** The id of the control, where the mistake belongs to one. */
  field?: string | undefined
  message: string
}

/** Stands above the form, takes the focus when it appears and leads to each field. */
export function ErrorSummary({ errors, title }: { errors: FieldError[]; title?: string }) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const messages = errors.map((error) => error.message).join('\n')
  // Again whenever the list changes: the second refusal must be heard like the first.
  useEffect(() => {
    if (messages !== '') box.current?.focus()
  }, [messages])
  if (errors.length === 0) return null
  return (
    <div className={styles.summary} role="alert" tabIndex={-1} ref={box}>
      {(title || errors.some((error) => error.field)) && (
        <h2 className={styles.title}>
          {title ?? t('form.problems', { count: errors.filter((error) => error.field).length })}
        </h2>
      )}
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field}${message}`}>
            {field === undefined ? (
              message
            ) : (
              <a href={`#${field}`} onClick={(event) => lead(event, field)}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function lead(event: { preventDefault: () => void }, field: string) {
  event.preventDefault()
  const control = document.getElementById(field)
  control?.scrollIntoView({ block: 'center' })
  control?.focus({ preventScroll: true })
}
