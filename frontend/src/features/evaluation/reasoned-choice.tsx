import { TextField } from '../../ui/field'
import styles from './evaluation.module.css'

interface ReasonedChoiceProps {
  /** Of the one choice on the page. */
  name: string
  legend: string
  options: readonly { value: boolean; label: string }[]
  chosen: boolean | undefined
  onChoose: (value: boolean) => void
  reasonLabel: string
  /** Null while none is asked for. */
  reason: string | null
  onReason: (reason: string) => void
  errorOf: (field: string) => string | undefined
}

/** The control that a missing answer leads to: the first option, or the reason. */
export const choiceField = (name: string, part: 'choice' | 'reason') => `${part}-${name}`

/** One of two, with the reason where one is asked for: nothing is chosen beforehand. */
export function ReasonedChoice({ name, legend, options, chosen, onChoose, errorOf, ...given }: ReasonedChoiceProps) {
  const choice = choiceField(name, 'choice')
  const reason = choiceField(name, 'reason')
  const error = errorOf(choice)
  return (
    <fieldset className={styles.choices} aria-describedby={error ? `${choice}-error` : undefined}>
      <legend>{legend}</legend>
      {error && (
        <p id={`${choice}-error`} className={styles.wrong}>
          {error}
        </p>
      )}
      <div className={styles.radios}>
        {options.map(({ value, label }, at) => (
          <label key={label}>
            <input
              type="radio"
              id={at === 0 ? choice : undefined}
              name={name}
              checked={chosen === value}
              onChange={() => onChoose(value)}
            />
            {label}
          </label>
        ))}
      </div>
      {given.reason !== null && (
        <TextField
          id={reason}
          error={errorOf(reason)}
          label={given.reasonLabel}
          value={given.reason}
          maxLength={500}
          onChange={(event) => given.onReason(event.target.value)}
        />
      )}
    </fieldset>
  )
}
