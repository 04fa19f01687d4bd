import { useTranslation } from 'react-i18next'
import { TextField } from '../../ui/field'
import { FormSection } from '../../ui/form-section'
import styles from './drafting.module.css'
import { useDraftField } from './troubles'

/** Whom a bidder may ask. */
export function ContactFields({ number = 5 }: { number?: number }) {
  const { t } = useTranslation('drafting')
  return (
    <FormSection number={number} title={t('contact.title')} lead={t('contact.lead')}>
      <div className={styles.pair}>
        <TextField {...useDraftField('contact.name')} label={t('field.name')} autoComplete="name" />
        <TextField {...useDraftField('contact.phone')} label={t('field.phone')} type="tel" autoComplete="tel" />
      </div>
      <TextField {...useDraftField('contact.email')} label={t('contact.email')} type="email" autoComplete="email" />
    </FormSection>
  )
}
