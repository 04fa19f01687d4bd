import { useFieldArray, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { FormSection } from '../../ui/form-section'
import { useToast } from '../../ui/toast'
import { blankLot, type DraftForm } from './draft-form'
import styles from './drafting.module.css'
import { LotFields } from './lot-fields'
import { useTrouble } from './troubles'

/** What is bid on, lot by lot; the one being worked on is told to the live pool. */
export function Lots({ onWork }: { onWork: (lot: number) => void }) {
  const { t } = useTranslation('drafting')
  const say = useToast()
  const { control, getValues } = useFormContext<DraftForm>()
  const { fields, append, remove, insert } = useFieldArray({ control, name: 'lots' })
  const trouble = useTrouble('lots')
  const add = () =>
    append(blankLot(getValues('lots.0.serviceRegionCodes') ?? []), { focusName: `lots.${fields.length}.title` })
  const drop = (at: number) => {
    const gone = getValues(`lots.${at}`)
    remove(at)
    say({ text: t('lots.dropped', { number: at + 1 }), undo: () => insert(at, gone) })
  }
  return (
    <FormSection number={2} title={t('lots.title')} lead={t('lots.lead')}>
      <div id="lots" tabIndex={-1} className={styles.lots}>
        {trouble && <p className={styles.trouble}>{trouble}</p>}
        {fields.map((field, at) => (
          <fieldset key={field.id} className={styles.lot} onFocus={() => onWork(at)}>
            <legend>{t('numbered.lots', { number: at + 1 })}</legend>
            <LotFields at={at} />
            {fields.length > 1 && (
              <Button weight="danger" onClick={() => drop(at)}>
                {t('lots.drop', { number: at + 1 })}
              </Button>
            )}
          </fieldset>
        ))}
      </div>
      <Button weight="ghost" className={styles.start} onClick={add}>
        {t('lots.add')}
      </Button>
    </FormSection>
  )
}
