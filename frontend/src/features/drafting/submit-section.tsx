import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Purchase } from '../../api/types'
import { useLacking } from '../../lib/holders'
import { paths } from '../../lib/paths'
import { ActionLink, Button } from '../../ui/button'
import { FormSection } from '../../ui/form-section'
import { HoldersLacking } from '../../ui/holders-lacking'
import type { DraftForm } from './draft-form'
import styles from './drafting.module.css'

interface SubmitSectionProps {
  purchase: Purchase
  busy: boolean
}

/** The last step: what happens next, and the two ways on. */
export function SubmitSection({ purchase, busy }: SubmitSectionProps) {
  const { t } = useTranslation('drafting')
  const lacking = useLacking(useWatch<DraftForm, 'supervisedOpening'>({ name: 'supervisedOpening' }))
  return (
    <FormSection number={5} title={t('submit.title')} lead={t('submit.lead')}>
      {lacking !== null && <HoldersLacking lacking={lacking} />}
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
