import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../api/types'
import { paths } from '../../lib/paths'
import { ActionLink, Button } from '../../ui/button'
import { FormSection } from '../../ui/form-section'
import styles from './drafting.module.css'

interface SubmitSectionProps {
  purchase: Purchase
  busy: boolean
}

/** The last step: what happens next, and the two ways on. */
export function SubmitSection({ purchase, busy }: SubmitSectionProps) {
  const { t } = useTranslation('drafting')
  return (
    <FormSection number={5} title={t('submit.title')} lead={t('submit.lead')}>
      <div className={styles.ends}>
        <Button type="submit" busy={busy}>
          {t('submit.send')}
        </Button>
        <ActionLink weight="ghost" to={paths.purchase(purchase.id)}>
          {t('submit.preview')}
        </ActionLink>
      </div>
    </FormSection>
  )
}
