import { useTranslation } from 'react-i18next'
import type { Evaluation, OwnAtOpening } from '../../api/types'

type Fallen = Pick<Evaluation['bids'][number], 'excludedAt' | 'reason'>
type Code = NonNullable<OwnAtOpening['reason']>

/** Why a bid fell out: in the words of those who found it, or in ours for what the opening found. */
export function useReason() {
  const { t, i18n } = useTranslation('opening')
  const isCode = (reason: string): reason is Code => i18n.exists(`opening:reason.${reason}`)
  return ({ excludedAt, reason }: Fallen) =>
    reason != null && excludedAt === 'OPENING' && isCode(reason) ? t(`reason.${reason}`) : (reason ?? '')
}
