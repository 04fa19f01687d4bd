import { useTranslation } from 'react-i18next'
import type { RequirementKind } from '../../api/types'
import { Button } from '../../ui/button'
import { Select, TextArea, TextField } from '../../ui/field'
import styles from './drafting.module.css'
import { useDraftField, useTrouble } from './troubles'

type Parameter = RequirementKind['parameters'][number]
type RowPath = `lots.${number}.requirements.${number}`

interface RequirementRowProps {
  path: RowPath
  number: number
  /** Undefined while the kinds are on their way. */
  kind: RequirementKind | undefined
  onDrop: () => void
}

/** One requirement: what it means, its parameters, and the article that allows it. */
export function RequirementRow({ path, number, kind, onDrop }: RequirementRowProps) {
  const { t } = useTranslation('drafting')
  const trouble = useTrouble(path)
  return (
    <li className={styles.row} id={path} tabIndex={-1}>
      <div className={styles.rowHead}>
        <p>
          <b>
            {number}. {kind?.name}
          </b>
          <small>{kind?.description}</small>
        </p>
        <Button weight="quiet" onClick={onDrop} aria-label={t('requirements.drop', { number })}>
          {t('drop')}
        </Button>
      </div>
      {trouble && <p className={styles.trouble}>{trouble}</p>}
      <div className={styles.parameters}>
        {kind?.parameters.map((parameter) => (
          <ParameterField key={parameter.name} path={path} parameter={parameter} />
        ))}
      </div>
      {kind?.basis && <p className={styles.basis}>{kind.basis}</p>}
    </li>
  )
}

function ParameterField({ path, parameter }: { path: RowPath; parameter: Parameter }) {
  const { t } = useTranslation('drafting')
  const field = useDraftField(`${path}.${parameter.name as 'text'}`)
  if (parameter.options !== null) {
    return (
      <Select {...field} label={parameter.label}>
        <option value="">{t('requirements.choose')}</option>
        {parameter.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    )
  }
  if (parameter.type === 'TEXT') {
    return <TextArea {...field} label={parameter.label} hint={t('requirements.textHint')} rows={3} />
  }
  return <TextField {...field} label={parameter.label} inputMode="numeric" autoComplete="off" maxLength={4} />
}
