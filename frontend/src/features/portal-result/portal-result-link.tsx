import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../lib/paths'
import { ActionLink } from '../../ui/button'
import styles from './portal-result.module.css'
import { portalResult } from './queries'

/** Who looks at it. */
export interface Reader {
  officer: boolean
  approver: boolean
}

/** On the page of a purchase: how far the result is that the portal published, and the way to it. */
export function PortalResultLink({ lot, staff }: { lot: string; staff: Reader }) {
  const { t } = useTranslation('portal-result')
  const { data } = useQuery(portalResult(lot))
  if (data === undefined) return null
  const { proposal } = data
  const state = proposal === null ? 'none' : proposal.returned === null ? 'waiting' : 'returned'
  const decides = state === 'waiting' && staff.approver && !proposal?.own
  return (
    <div className={styles.link}>
      <p>{t(`link.${state}`, { name: proposal?.writtenBy ?? '', reason: proposal?.returned?.reason ?? '' })}</p>
      {state === 'waiting' && staff.approver && proposal?.own && <p>{t('own')}</p>}
      {(staff.officer || decides) && (
        <p>
          <ActionLink to={paths.portalResult(lot)}>
            {t(decides ? 'link.decide' : state === 'none' ? 'link.write' : 'link.reword')}
          </ActionLink>
        </p>
      )}
    </div>
  )
}
