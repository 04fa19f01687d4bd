import { useTranslation } from 'react-i18next'
import type { PoolState } from '../../api/types'
import { Strip } from '../../ui/strip'

/** Whether somebody can be drawn, and if not why. */
export function StateWord({ state, opened }: { state: PoolState; opened: boolean }) {
  const { t } = useTranslation('pool')
  if (state !== 'ACTIVE') return <Strip tone="not">{t(`state.${state}`)}</Strip>
  return opened ? <Strip tone="met">{t('state.ACTIVE')}</Strip> : <Strip tone="unknown">{t('notOpened')}</Strip>
}
