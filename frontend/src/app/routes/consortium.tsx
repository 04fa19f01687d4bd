import { useParams } from 'react-router'
import { useMe } from '../../features/account/use-me'
import { ConsortiumPage } from '../../features/bidding/consortium/consortium-page'

/** Of the caller's own body. */
export default function ConsortiumRoute() {
  const { id = '' } = useParams()
  const who = useMe()
  if (!who?.organization) return null
  return <ConsortiumPage lot={id} organization={who.organization} account={who.account.id} />
}
