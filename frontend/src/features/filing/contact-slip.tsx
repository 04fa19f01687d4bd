import { useTranslation } from 'react-i18next'
import type { Filing } from '../../api/types'
import { CodeSlip } from '../../ui/code-slip'
import { useInvitation } from './mutations'

/** The clerk opens the account of a group's contact. */
export function ContactSlip({ filing: { id, name } }: { filing: Filing }) {
  const { t } = useTranslation('filing')
  const invitation = useInvitation(id)
  return (
    <CodeSlip
      words={t('contact', { returnObjects: true, name })}
      body={{ term: t('contact.group'), name }}
      foremost={false}
      invitation={invitation}
    />
  )
}
