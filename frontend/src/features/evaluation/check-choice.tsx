import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/field'
import styles from './evaluation.module.css'

export interface CheckAnswer {
  passed: boolean
  /** Why it did not pass; kept while one changes one's mind. */
  reason: string
}

interface CheckChoiceProps {
  name: string
  legend: string
  given: CheckAnswer | undefined
  onGive: (answer: CheckAnswer) => void
  errorOf: (field: string) => string | undefined
}

/** The control that a missing answer leads to: the first choice, or the reason. */
export const checkField = (name: string, part: 'choice' | 'reason') => `${part}-${name}`

/** One check of one bid: nothing is chosen beforehand. */
export function CheckChoice({ name, legend, given, onGive, errorOf }: CheckChoiceProps) {
  const { t } = useTranslation('evaluation')
  const choice = checkField(name, 'choice')
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
        {[true, false].map((passed) => (
          <label key={String(passed)}>
            <input
              type="radio"
              id={passed ? choice : undefined}
              name={name}
              checked={given?.passed === passed}
              onChange={() => onGive({ passed, reason: given?.reason ?? '' })}
            />
            {t(passed ? 'check.passed' : 'check.failed')}
          </label>
        ))}
      </div>
      {given?.passed === false && (
        <TextField
          id={checkField(name, 'reason')}
          error={errorOf(checkField(name, 'reason'))}
          label={t('check.reason')}
          value={given.reason}
          maxLength={500}
          onChange={(event) => onGive({ passed: false, reason: event.target.value })}
        />
      )}
    </fieldset>
  )
}
