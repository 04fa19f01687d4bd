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
import { useMethod } from './use-method'

interface SubmitSectionProps {
  purchase: Purchase
  busy: boolean
}

/** The last step: what happens next, and the two ways on. */
export function SubmitSection({ purchase, busy }: SubmitSectionProps) {
  const { t } = useTranslation('drafting')
  const supervised = useWatch<DraftForm, 'supervisedOpening'>({ name: 'supervisedOpening' })
  const { here, statutory } = useMethod()
  const lacking = useLacking({ here, statutory, supervised })
  return (
    <FormSection number={6} title={t('submit.title')} lead={t('submit.lead')}>
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
