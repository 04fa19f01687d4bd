import { useQuery } from '@tanstack/react-query'
import { demoClock } from '../../features/account/queries'
import { hasRole, isDepartment, useMe } from '../../features/account/use-me'
import { KeysPage } from '../../features/bidding/keys-page'

export default function KeysRoute() {
  const who = useMe()
  const { data: clock } = useQuery(demoClock)
  return (
    <KeysPage
      holds={!hasRole(who, 'PLATFORM_ADMIN')}
      department={isDepartment(who)}
      demo={clock != null && !hasRole(who, 'PLATFORM_ADMIN')}
    />
  )
}
