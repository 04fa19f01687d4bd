import { useTranslation } from 'react-i18next'
import { TextArea, TextField } from '../../ui/field'
import { FormSection } from '../../ui/form-section'
import { CodeField } from './code-field'
import { useDraftField } from './troubles'

/** What is bought, and for which place. */
export function Basics() {
  const { t } = useTranslation('drafting')
  return (
    <FormSection number={1} title={t('basics.title')}>
      <TextField {...useDraftField('title')} label={t('field.title')} hint={t('basics.titleHint')} autoComplete="off" />
      <CodeField tree="region" path="regionCode" label={t('field.regionCode')} hint={t('basics.regionHint')} />
      <TextArea
        {...useDraftField('description')}
        rows={6}
        label={t('field.description')}
        hint={t('basics.descriptionHint')}
      />
    </FormSection>
  )
}
