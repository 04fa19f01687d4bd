import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/field'
import styles from './drafting.module.css'
import { ReadBack } from './read-back'
import { useDraftField } from './troubles'
import { useMethod } from './use-method'

/** How the documents are had; the deadline counts from the day on which they first are. */
export function Documents() {
  const { t } = useTranslation('drafting')
  const { chosen } = useMethod()
  const days = chosen?.offerWorkingDays ?? 0
  return (
    <fieldset className={styles.group}>
      <legend>{t('field.documents')}</legend>
      <p className={styles.hint}>{days > 0 ? t('documents.lead', { days }) : t('documents.leadFree')}</p>
      <div className={styles.grouped}>
        <TextField
          {...useDraftField('statutory.documents.from')}
          type="datetime-local"
          label={t('documents.from')}
          hint={t('documents.fromHint')}
        />
        <TextField
          {...useDraftField('statutory.documents.to')}
          type="datetime-local"
          label={t('documents.to')}
          hint={<ReadBack path="statutory.documents.to" words="times.deadlineHint" />}
        />
        <DocumentsPlace />
        <TextField
          {...useDraftField('statutory.documents.priceFen')}
          label={t('documents.price')}
          hint={t('documents.priceHint')}
          inputMode="decimal"
          autoComplete="off"
        />
      </div>
    </fieldset>
  )
}

export function DocumentsPlace() {
  const { t } = useTranslation('drafting')
  return (
    <>
      <TextField
        {...useDraftField('statutory.documents.place')}
        label={t('documents.place')}
        hint={t('documents.placeHint')}
        autoComplete="off"
      />
      <TextField
        {...useDraftField('statutory.documents.way')}
        label={t('documents.way')}
        hint={t('documents.wayHint')}
        autoComplete="off"
      />
    </>
  )
}
