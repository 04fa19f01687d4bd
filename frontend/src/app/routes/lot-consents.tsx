import { Navigate, useParams } from 'react-router'
import { hasRole, useMe } from '../../features/account/use-me'
import { ConsentsPage } from '../../features/bidding/parts/consents-page'
import { paths } from '../../lib/paths'

/** Where the news leads: a group to what it is asked, an organization to the agreements it stands in, a federation to its bid. */
export default function LotConsentsRoute() {
  const { id = '' } = useParams()
  const who = useMe()
  if (hasRole(who, 'ORGANIZATION_AGENT')) return <Navigate to={paths.consortium(id)} replace />
  return hasRole(who, 'GROUP_CONTACT') ? <ConsentsPage lot={id} /> : <Navigate to={paths.giveBid(id)} replace />
}
