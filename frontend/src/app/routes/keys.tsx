import { useQuery } from '@tanstack/react-query'
import { demoClock } from '../../features/account/queries'
import { hasRole, isBody, isDepartment, useMe } from '../../features/account/use-me'
import { KeysPage } from '../../features/bidding/keys-page'
import { SigningKeysPage } from '../../features/bidding/signing/signing-keys-page'
import { useProved } from './use-proved'

/** The keys that open bids; of a bidder those that sign in its name. */
export default function KeysRoute() {
  const who = useMe()
  const { data: clock } = useQuery(demoClock)
  const proved = useProved()
  if (isBody(who) && who?.organization) {
    return <SigningKeysPage organization={who.organization.id} account={who.account.id} proved={proved} />
  }
  return (
    <KeysPage
      holds={!hasRole(who, 'PLATFORM_ADMIN')}
      department={isDepartment(who)}
      region={hasRole(who, 'SUPERVISOR') ? who?.region?.name : undefined}
      demo={clock != null && !hasRole(who, 'PLATFORM_ADMIN')}
    />
  )
}
