import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { demoClock } from '../../features/account/queries'
import { hasRole, isDepartment, useMe } from '../../features/account/use-me'
import { OpeningPage } from '../../features/bidding/opening/opening-page'
import { useProved } from './use-proved'

/** Whoever is signed in sees what there is to do for him. */
export default function OpeningRoute() {
  const { id = '' } = useParams()
  const who = useMe()
  const { data: clock } = useQuery(demoClock)
  const proved = useProved()
  return (
    <OpeningPage
      lot={id}
      signedIn={who != null}
      reads={isDepartment(who) || hasRole(who, 'SUPERVISOR')}
      organization={who?.organization?.id ?? null}
      approver={hasRole(who, 'DEPARTMENT_APPROVER')}
      demo={clock != null}
      proved={proved}
    />
  )
}
