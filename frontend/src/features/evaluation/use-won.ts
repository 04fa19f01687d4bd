import { useTranslation } from 'react-i18next'
import { isTender } from '../../lib/methods'

/** The law's word for winning by this method, for sentences that need it. */
export function useWon(method: string) {
  const { t } = useTranslation('evaluation')
  return { won: t(isTender(method) ? 'won.tender' : 'won.other') }
}
