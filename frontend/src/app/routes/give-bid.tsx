import { useParams } from 'react-router'
import { hasRole, useMe } from '../../features/account/use-me'
import { BidsPage } from '../../features/bidding/give/bids-page'
import { GiveBidPage } from '../../features/bidding/give/give-bid-page'
import { useProved } from './use-proved'

/** Of the caller's own body: the bid for a lot, or all that were begun here or given. */
export default function GiveBidRoute() {
  const { id } = useParams()
  const who = useMe()
  const proved = useProved()
  if (!who?.organization) return null
  if (id === undefined) return <BidsPage organization={who.organization.id} />
  return (
    <GiveBidPage
      lot={id}
      organization={who.organization.id}
      account={who.account.id}
      federation={hasRole(who, 'FEDERATION_STAFF')}
      proved={proved}
    />
  )
}
