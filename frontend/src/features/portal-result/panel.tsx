import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Checkbox, TextField } from '../../ui/field'
import { FormSection } from '../../ui/form-section'
import styles from './portal-result.module.css'
import { blankPanelist, type ResultForm } from './result-form'
import { useResultField, useTrouble } from './troubles'

/** Who evaluated, by name alone. */
export function PanelNames() {
  const { t } = useTranslation('portal-result')
  const { control } = useFormContext<ResultForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'panel' })
  const trouble = useTrouble('panel')
  return (
    <FormSection number={3} title={t('panel.title')} lead={t('panel.lead')}>
      <ol id="panel" tabIndex={-1} className={styles.names}>
        {trouble && <li className={styles.trouble}>{trouble}</li>}
        {fields.map((field, at) => (
          <Panelist key={field.id} at={at} onDrop={() => remove(at)} />
        ))}
      </ol>
      <div className={styles.acts}>
        <Button weight="ghost" onClick={() => append(blankPanelist, { focusName: `panel.${fields.length}.name` })}>
          {t('panel.add')}
        </Button>
      </div>
    </FormSection>
  )
}

function Panelist({ at, onDrop }: { at: number; onDrop: () => void }) {
  const { t } = useTranslation('portal-result')
  const { register } = useFormContext<ResultForm>()
  return (
    <li className={styles.nameRow}>
      <TextField
        {...useResultField(`panel.${at}.name`)}
        label={t('numbered.panel', { number: at + 1 })}
        autoComplete="off"
      />
      <Checkbox {...register(`panel.${at}.ofDepartment`)} label={t('field.ofDepartment')} />
      <Button weight="quiet" onClick={onDrop} aria-label={t('panel.drop', { number: at + 1 })}>
        {t('drop')}
      </Button>
    </li>
  )
}
