import { hasRole, useMe } from '../../features/account/use-me'
import { ConfirmationsPage } from '../../features/federation/confirmations-page'
import { OwnPage } from '../../features/federation/own-page'
import { WorkspacePage } from '../../features/federation/workspace-page'

/** One address for all sides of a membership: each sees its own. */
export default function MembershipsRoute() {
  const who = useMe()
  if (who?.region != null && hasRole(who, 'REGISTRAR')) return <ConfirmationsPage region={who.region} />
  if (who?.organization == null) return null
  return hasRole(who, 'FEDERATION_STAFF') ? (
    <WorkspacePage federation={who.organization} />
  ) : (
    <OwnPage body={who.organization} />
  )
}
