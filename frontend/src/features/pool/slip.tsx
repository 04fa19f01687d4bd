import { useTranslation } from 'react-i18next'
import type { Evaluator } from '../../api/types'
import { CodeSlip } from '../../ui/code-slip'
import { useInvite } from './mutations'

/** Who keeps the pool opens an evaluator's account, or lets a forgotten password be chosen anew. */
export function Slip({ entry }: { entry: Evaluator }) {
  const { t } = useTranslation('pool')
  const invitation = useInvite(entry.id)
  const words = t('slip', { returnObjects: true, name: entry.name })
  return (
    <CodeSlip
      words={{ ...words, lead: entry.opened ? words.again : words.lead }}
      foremost={!entry.opened}
      invitation={invitation}
    />
  )
}
