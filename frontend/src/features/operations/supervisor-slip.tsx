import { useTranslation } from 'react-i18next'
import type { SupervisorAccount } from '../../api/types'
import { CodeSlip } from '../../ui/code-slip'
import { useInviteSupervisor } from './mutations'

/** The operator opens a supervisor's account, or lets a forgotten password be chosen anew. */
export function SupervisorSlip({ one }: { one: SupervisorAccount }) {
  const { t } = useTranslation('operations')
  const invitation = useInviteSupervisor(one.id)
  const words = t('slip', { returnObjects: true, name: one.displayName })
  return (
    <CodeSlip
      words={{ ...words, lead: one.opened ? words.again : words.lead }}
      foremost={!one.opened}
      invitation={invitation}
    />
  )
}
