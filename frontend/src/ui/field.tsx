import { type ComponentProps, type ReactNode, useId } from 'react'
import { cx } from './cx'
import styles from './field.module.css'

interface Common {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
}

interface FieldProps extends Common {
  id?: string
  className?: string | undefined
  children: (control: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': boolean | undefined
  }) => ReactNode
}

/** Label, hint and error around any control; the error is read out with the field. */
export function Field({ label, hint, error, id, className, children }: FieldProps) {
  const own = useId()
  const control = id ?? own
  const described = [hint && `${control}-hint`, error && `${control}-error`].filter(Boolean).join(' ')
  return (
    <div className={cx(styles.field, error && styles.wrong, className)}>
      <label className={styles.label} htmlFor={control}>
        {label}
      </label>
      {hint && (
        <p className={styles.hint} id={`${control}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className={styles.error} id={`${control}-error`}>
          {error}
        </p>
      )}
      {children({ id: control, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  )
}

export function TextField({ label, hint, error, id, className, ...input }: Common & ComponentProps<'input'>) {
  return (
    <Field label={label} hint={hint} error={error} className={className} {...(id ? { id } : {})}>
      {(control) => <input {...input} {...control} className={styles.control} />}
    </Field>
  )
}

export function TextArea({ label, hint, error, id, className, ...area }: Common & ComponentProps<'textarea'>) {
  return (
    <Field label={label} hint={hint} error={error} className={className} {...(id ? { id } : {})}>
      {(control) => <textarea rows={4} {...area} {...control} className={styles.control} />}
    </Field>
  )
}

export function Select({ label, hint, error, id, className, ...select }: Common & ComponentProps<'select'>) {
  return (
    <Field label={label} hint={hint} error={error} className={className} {...(id ? { id } : {})}>
      {(control) => <select {...select} {...control} className={cx(styles.control, styles.select)} />}
    </Field>
  )
}

export function Checkbox({ label, hint, className, ...input }: Omit<Common, 'error'> & ComponentProps<'input'>) {
  return (
    <label className={cx(styles.choice, className)}>
      <input {...input} type="checkbox" />
      <span>
        {label}
        {hint && <small className={styles.choiceHint}>{hint}</small>}
      </span>
    </label>
  )
}
